package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.api.text.Simplified;

/// Makes spellings alike, unit by unit; what becomes of units that stand together says
/// [FoldedText].
///
/// Upper and lower case become one, traditional characters become simplified ones, full-width Latin
/// becomes half-width, dashes, underscores and white space become a space, curly quotes become
/// straight. Units of surrogate pairs stay as they are, paired or not.
final class Folding {

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_TO_HALF = FULL_WIDTH_FIRST - '!';

  /// Of what nobody sees.
  static final char DROPPED = '\0';

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

  /// What a unit becomes; [#DROPPED] where it goes away.
  static char of(char c) {
    return FOLDED[c];
  }

  /// White space, or what nobody sees.
  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || of(c) == DROPPED;
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
      case DROPPED, '\u200B', '\u200D', '\uFE0F', '\uFEFF' -> DROPPED;
      default -> Character.isWhitespace(c) ? ' ' : Simplified.of(Character.toLowerCase(c));
    };
  }
}
