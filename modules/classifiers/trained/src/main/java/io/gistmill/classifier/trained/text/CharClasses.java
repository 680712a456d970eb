package io.gistmill.classifier.trained.text;

/// What each UTF-16 unit of normalised text does to the grams around it.
final class CharClasses {

  static final byte BREAK = 0;

  /// Stands between words without parting them: a blank, a dash, a dot.
  static final byte JOINT = 1;

  /// A letter of a script that parts its words by blanks.
  static final byte LETTER = 2;

  static final byte DIGIT = 3;

  /// A character of a script that does not: Han, kana, Hangul.
  static final byte UNSPACED = 4;

  private static final byte[] CLASSES = classes();

  private CharClasses() {}

  static byte of(char c) {
    return CLASSES[c];
  }

  private static byte[] classes() {
    var classes = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = classify((char) i);
    }
    return classes;
  }

  private static byte classify(char c) {
    if (" -_./'’‐‑".indexOf(c) >= 0) {
      return JOINT;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (isUnspaced(c)) {
      return UNSPACED;
    }
    return Character.isLetterOrDigit(c) ? LETTER : BREAK;
  }

  private static boolean isUnspaced(char c) {
    boolean inside =
        (c >= '\u3040' && c <= '\u9FFF')
            || (c >= '\uAC00' && c <= '\uD7A3')
            || (c >= '\uF900' && c <= '\uFAFF')
            || c == '\u3005';
    return inside && Character.isLetterOrDigit(c);
  }
}
