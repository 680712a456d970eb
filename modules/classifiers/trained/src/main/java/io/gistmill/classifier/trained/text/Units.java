package io.gistmill.classifier.trained.text;

/// What [Normaliser] does with each UTF-16 unit of a text, and what the unit becomes: one look-up
/// for each, since most stand for themselves.
final class Units {

  /// Goes away.
  static final int DROPPED = 0;

  /// Stands for itself, once folded.
  static final int PLAIN = 1;

  /// The same, and takes the blanks beside it away.
  static final int UNSPACED = 2;

  static final int BLANK = 3;

  /// A letter with which addresses begin.
  static final int ADDRESS = 4;

  static final int MENTION = 5;
  static final int HASH = 6;
  static final int SURROGATE = 7;

  /// By unit: its kind above what it becomes.
  private static final int[] UNITS = units();

  private Units() {}

  static int of(char c) {
    return UNITS[c];
  }

  static char folded(int unit) {
    return (char) unit;
  }

  static int kind(int unit) {
    return unit >>> Character.SIZE;
  }

  /// The first unit from a place on that is no white space and can be seen.
  ///
  /// @param to behind the last unit that is looked at
  static int skipBlank(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// How long a part of a text is for who reads it: what cannot be seen does not count, and white
  /// space that stands together is one blank.
  static int length(String text, int from, int to) {
    int length = 0;
    boolean afterBlank = false;
    for (int i = from; i < to; i++) {
      int kind = kind(of(text.charAt(i)));
      boolean again = kind == BLANK && afterBlank;
      length += kind == DROPPED || again ? 0 : 1;
      afterBlank = kind == BLANK || kind == DROPPED && afterBlank;
    }
    return length;
  }

  static boolean isBlank(char c) {
    int kind = kind(of(c));
    return kind == BLANK || kind == DROPPED;
  }

  private static int[] units() {
    var units = new int[Character.MAX_VALUE + 1];
    for (int i = 0; i < units.length; i++) {
      char folded = Normaliser.fold((char) i);
      units[i] = kind((char) i, folded) << Character.SIZE | folded;
    }
    return units;
  }

  private static int kind(char c, char folded) {
    if (Character.isSurrogate(c)) {
      return SURROGATE;
    }
    if (c == '\u200B' || c == '\u200D' || c == '\uFE0F' || c == '\uFEFF') {
      return DROPPED;
    }
    if (folded <= ' ' || Character.isWhitespace(folded) || folded == '\u00A0') {
      return BLANK;
    }
    return switch (folded) {
      case 'h', 'f' -> ADDRESS;
      case '@' -> MENTION;
      case '#' -> HASH;
      default -> CharClasses.of(folded) == CharClasses.UNSPACED ? UNSPACED : PLAIN;
    };
  }
}
