package io.gistmill.classifier.taxonomy;

/// Makes spellings alike, unit by unit: the result is as long as the original, so that an offset in
/// the one is an offset in the other.
///
/// Upper and lower case become one, full-width Latin becomes half-width, dashes, underscores and
/// white space become a space, curly quotes become straight. Units of surrogate pairs stay as they
/// are, paired or not.
final class Folding {

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_TO_HALF = FULL_WIDTH_FIRST - '!';

  /// What becomes of each unit.
  private static final char[] FOLDED = folded();

  private Folding() {}

  private static char[] folded() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = fold((char) i);
    }
    return table;
  }

  static char[] fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = FOLDED[folded[i]];
    }
    return folded;
  }

  /// A term as it is looked up: folded, without space at its ends.
  static String term(String text) {
    return new String(fold(text)).strip();
  }

  private static char fold(char c) {
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return foldPlain((char) (c - FULL_TO_HALF));
    }
    return foldPlain(c);
  }

  private static char foldPlain(char c) {
    return switch (c) {
      case '-', '_', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u00A0', '\u3000' -> ' ';
      case '\u2018', '\u2019' -> '\'';
      case '\u201C', '\u201D' -> '"';
      default -> Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
    };
  }
}
