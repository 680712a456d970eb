package io.gistmill.classifier;

import java.util.Locale;

/// The few kinds of a classifier's failure, to count them by.
public enum Failure {
  /// It threw.
  THREW,
  /// It answered what no classifier may answer.
  NONSENSE,
  /// It said itself that it failed.
  REPORTED,
  /// Its call took too long and was given up.
  LATE,
  /// It was not asked: it failed too often, hangs, or was closed.
  SKIPPED,
  /// It has left too many threads running, and was not asked.
  THREADS;

  /// As it stands in metrics: `late`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
