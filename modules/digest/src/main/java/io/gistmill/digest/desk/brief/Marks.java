package io.gistmill.digest.desk.brief;

/// Marks at the edge of lines and sentences that are no words: Markdown, emoji, stray separators.
final class Marks {

  private Marks() {}

  /// The first offset in `[start, end)` behind all white space, emoji and marks.
  static int skip(String text, int start, int end) {
    int at = start;
    while (at < end && isEdge(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return Math.min(at, end);
  }

  /// The last offset in `[start, end]` before all white space, emoji and marks at the end.
  static int skipBack(String text, int start, int end) {
    int at = end;
    while (at > start && isEdge(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return Math.max(at, start);
  }

  private static boolean isEdge(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || "*_|~`>\\、，,;；".indexOf(point) >= 0
        || isSymbol(point);
  }

  private static boolean isSymbol(int point) {
    boolean joiner = point == 0x200D || point == 0x20E3 || point >= 0xFE00 && point <= 0xFE0F;
    return joiner
        || Character.getType(point) == Character.OTHER_SYMBOL
        || point >= 0x1F000 && point <= 0x1FAFF;
  }
}
