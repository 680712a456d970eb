package io.gistmill.classifier.text;

import java.lang.Character.UnicodeScript;

/// Tells scripts apart. What the characters of the first plane are stands in a table, since Java
/// searches for the script of each.
public final class Scripts {

  private static final byte HAN = 1;
  private static final byte KANA = 2;
  private static final byte OTHER_UNSPACED = 4;
  private static final byte LATIN = 8;
  private static final byte[] FIRST_PLANE = firstPlane();

  private Scripts() {}

  private static byte[] firstPlane() {
    var table = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = search(i);
    }
    return table;
  }

  private static byte search(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN -> codePoint >= 0x2E80 ? HAN : 0;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL, BOPOMOFO -> codePoint >= 0x2E80 ? OTHER_UNSPACED : 0;
      case LATIN -> Character.isLetter(codePoint) ? LATIN : 0;
      default -> 0;
    };
  }

  private static byte of(int codePoint) {
    return codePoint <= Character.MAX_VALUE ? FIRST_PLANE[codePoint] : search(codePoint);
  }

  public static boolean isHan(int codePoint) {
    return of(codePoint) == HAN;
  }

  public static boolean isKana(int codePoint) {
    return of(codePoint) == KANA;
  }

  public static boolean isLatin(int codePoint) {
    return of(codePoint) == LATIN;
  }

  /// Written without spaces between words.
  public static boolean isUnspaced(int codePoint) {
    return (of(codePoint) & (HAN | KANA | OTHER_UNSPACED)) != 0;
  }
}
