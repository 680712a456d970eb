package io.gistmill.classifier;

import java.lang.Character.UnicodeScript;

/// Tells scripts apart.
final class Scripts {

  private Scripts() {}

  static boolean isHan(int codePoint) {
    return codePoint >= 0x2E80 && UnicodeScript.of(codePoint) == UnicodeScript.HAN;
  }

  static boolean isKana(int codePoint) {
    return codePoint >= 0x3040
        && switch (UnicodeScript.of(codePoint)) {
          case HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }

  static boolean isLatin(int codePoint) {
    return codePoint < 0x80
        ? Character.isLetter(codePoint)
        : UnicodeScript.of(codePoint) == UnicodeScript.LATIN && Character.isLetter(codePoint);
  }

  /// Written without spaces between words.
  static boolean isUnspaced(int codePoint) {
    return codePoint >= 0x2E80
        && switch (UnicodeScript.of(codePoint)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default -> false;
        };
  }
}
