package io.gistmill.digest.desk.brief;

/// Lengths in columns: a Chinese character says about as much as two Latin letters and takes their
/// room, so one limit serves both scripts and what lies between.
final class Width {

  private static final int FIRST_WIDE = 0x3000;

  private Width() {}

  static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      columns += columns(point);
      i += Character.charCount(point) - 1;
    }
    return columns;
  }

  /// The UTF-16 length of the longest start of a text within so many columns.
  static int prefix(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += columns(point);
      if (used > columns) {
        return end;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  static boolean isWide(int point) {
    return point >= FIRST_WIDE
        && (Character.isIdeographic(point)
            || point <= 0x30FF
            || point >= 0xFF01 && point <= 0xFF60);
  }

  private static int columns(int point) {
    return isWide(point) ? 2 : 1;
  }
}
