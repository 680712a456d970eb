package io.gistmill.classifier.text;

import java.lang.Character.UnicodeScript;

/// Tells scripts apart. The common letters are found by their range, since Java searches a table
/// for the script of each.
public final class Scripts {

  private static final int FIRST_IDEOGRAPH = 0x4E00;
  private static final int LAST_IDEOGRAPH = 0x9FFF;

  private Scripts() {}

  private static boolean isCommonHan(int codePoint) {
    return codePoint >= FIRST_IDEOGRAPH && codePoint <= LAST_IDEOGRAPH;
  }

  public static boolean isHan(int codePoint) {
    return isCommonHan(codePoint)
        || codePoint >= 0x2E80 && UnicodeScript.of(codePoint) == UnicodeScript.HAN;
  }

  public static boolean isKana(int codePoint) {
    return codePoint >= 0x3040
        && !isCommonHan(codePoint)
        && switch (UnicodeScript.of(codePoint)) {
          case HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }

  public static boolean isLatin(int codePoint) {
    return codePoint < 0x80
        ? Character.isLetter(codePoint)
        : UnicodeScript.of(codePoint) == UnicodeScript.LATIN && Character.isLetter(codePoint);
  }

  /// Written without spaces between words.
  public static boolean isUnspaced(int codePoint) {
    return isCommonHan(codePoint)
        || codePoint >= 0x2E80
            && switch (UnicodeScript.of(codePoint)) {
              case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
              default -> false;
            };
  }
}
