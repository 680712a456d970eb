package io.gistmill.domain;

/// Marks that stand above and below a letter, such as accents and vowel points. Hundreds of them on
/// one letter make a tower that covers the lines around it.
///
/// No script needs more than a few; [#MOST] stay, so that all words keep theirs.
public final class StackedMarks {

  /// How many stay on one letter.
  public static final int MOST = 8;

  /// Below it there are no marks, and most words lie below it.
  private static final char FIRST = '\u0300';

  private StackedMarks() {}

  /// The text as it is shown: without those marks of a letter that are too many.
  public static String cut(String text) {
    return hasTower(text) ? withoutTowers(text) : text;
  }

  private static boolean hasTower(String text) {
    int marks = 0;
    int codePoint;
    for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(at);
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks > MOST) {
        return true;
      }
    }
    return false;
  }

  private static String withoutTowers(String text) {
    var shown = new StringBuilder(text.length());
    int marks = 0;
    int codePoint;
    for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(at);
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks <= MOST) {
        shown.appendCodePoint(codePoint);
      }
    }
    return shown.toString();
  }

  private static boolean isMark(int codePoint) {
    if (codePoint < FIRST) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
