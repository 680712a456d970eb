package io.gistmill.launcher.command;

import java.util.Locale;

/// What came of one try.
///
/// @param what was tried
/// @param says for people; the mend where it is not good
record Finding(Grade grade, String what, String says) {

  /// What is worth a note does not keep anything from running.
  enum Grade {
    OK,
    NOTE,
    FAIL;

    @Override
    public String toString() {
      return this == FAIL ? name() : name().toLowerCase(Locale.ROOT);
    }
  }

  Finding(boolean good, String what, String says) {
    this(good ? Grade.OK : Grade.FAIL, what, says);
  }

  boolean good() {
    return grade != Grade.FAIL;
  }
}
