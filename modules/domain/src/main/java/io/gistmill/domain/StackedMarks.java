package io.gistmill.domain;

/// Marks that stand above and below a letter, such as accents and vowel points. Hundreds of them on
/// one letter make a tower that covers the lines around it.
///
/// No script needs more than a few; [#MOST] stay, so that all words keep theirs. Characters of no
/// shape, such as joiners, may stand between the marks of a letter.
public final class StackedMarks {

  /// How many stay on one letter.
  public static final int MOST = 8;

  /// Below it there are neither marks nor joiners, and most words lie below it.
  private static final char FIRST = '\u00AD';

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
      marks = marks(marks, codePoint);
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
      int before = marks;
      marks = marks(before, codePoint);
      if (marks <= MOST || marks == before) {
        shown.appendCodePoint(codePoint);
      }
    }
    return shown.toString();
  }

  /// How many stand on the letter after this character.
  private static int marks(int before, int codePoint) {
    if (codePoint < FIRST) {
      return 0;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> before + 1;
      case Character.FORMAT -> before;
      default -> 0;
    };
  }
}
