package io.gistmill.classifier.taxonomy;

/// Which characters hold words together.
final class Letters {

  private Letters() {}

  /// Scripts that write words without spaces between them: kana, Han, and full-width signs around
  /// them. Hangul puts particles onto its words and is treated alike.
  static boolean isUnspaced(char c) {
    return (c >= '\u2E80' && c <= '\u9FFF')
        || (c >= '\uAC00' && c <= '\uD7A3')
        || (c >= '\uF900' && c <= '\uFAFF');
  }

  /// A letter or digit of a script with spaces between words.
  static boolean isSpaced(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : !isUnspaced(c) && Character.isLetterOrDigit(c);
  }

  /// Length in words: one for each word of a spaced script, 0.6 for each unspaced character, which
  /// is about how many words a translation needs.
  static double words(char[] text) {
    int words = 0;
    int characters = 0;
    boolean inside = false;
    for (char c : text) {
      boolean spaced = isSpaced(c);
      words += spaced && !inside ? 1 : 0;
      characters += isUnspaced(c) && Character.isLetter(c) ? 1 : 0;
      inside = spaced;
    }
    return words + characters * 0.6;
  }
}
