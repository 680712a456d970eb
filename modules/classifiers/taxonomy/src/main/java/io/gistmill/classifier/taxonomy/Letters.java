package io.gistmill.classifier.taxonomy;

/// Which characters hold words together.
final class Letters {

  private static final byte SPACED = 1;
  private static final byte UNSPACED = 2;

  /// What each unit is; 0 for what is no letter.
  private static final byte[] KINDS = kinds();

  private Letters() {}

  private static byte[] kinds() {
    var kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind((char) i);
    }
    return kinds;
  }

  private static byte kind(char c) {
    if (isOfUnspacedScript(c)) {
      return Character.isLetter(c) ? UNSPACED : 0;
    }
    return Character.isLetterOrDigit(c) ? SPACED : 0;
  }

  /// Scripts that write words without spaces between them: kana, Han, and full-width signs around
  /// them. Hangul puts particles onto its words and is treated alike.
  private static boolean isOfUnspacedScript(char c) {
    return (c >= '\u2E80' && c <= '\u9FFF')
        || (c >= '\uAC00' && c <= '\uD7A3')
        || (c >= '\uF900' && c <= '\uFAFF');
  }

  /// A letter or digit of a script with spaces between words.
  static boolean isSpaced(char c) {
    return KINDS[c] == SPACED;
  }

  /// Length in words: one for each word of a spaced script, 0.6 for each unspaced character, which
  /// is about how many words a translation needs.
  static double words(char[] text) {
    int words = 0;
    int characters = 0;
    int before = 0;
    for (char c : text) {
      // No branch, since one in a text of both scripts is hard to foresee for the processor
      int kind = KINDS[c];
      words += kind == SPACED & before != SPACED ? 1 : 0;
      characters += kind == UNSPACED ? 1 : 0;
      before = kind;
    }
    return words + characters * 0.6;
  }
}
