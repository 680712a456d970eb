package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.mail.StatusCode;
import java.util.Optional;
import java.util.regex.Pattern;

/// An answer of a mail server.
///
/// @param code such as 250; -1 when it was none, or the connection ended
/// @param text of one line, code included
record Reply(int code, String text) {

  private static final int LONGEST = 300;
  private static final int NONE = -1;
  private static final Pattern NO_WORDS = Pattern.compile("[\\p{C}\\p{Z}]+");
  private static final Pattern GOES_ON = Pattern.compile("[\r\n]+[0-9]{3}[ -]");

  static Reply of(int code, String text) {
    String line = line(GOES_ON.matcher(text).replaceAll(" "));
    return new Reply(isCode(code) ? code : NONE, line.isEmpty() ? "no answer" : line);
  }

  private static boolean isCode(int code) {
    return code >= 200 && code < 600;
  }

  /// Words of others on one line, without signs that can be mistaken.
  static String line(String words) {
    String line = NO_WORDS.matcher(words).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  boolean isNone() {
    return code == NONE;
  }

  boolean isDone() {
    return code / 100 == 2;
  }

  boolean isLater() {
    return code / 100 == 4;
  }

  boolean isNever() {
    return code / 100 == 5;
  }

  Optional<StatusCode> status() {
    return StatusCode.find(text);
  }
}
