package io.gistmill.classifier;

import io.gistmill.classifier.text.Scripts;
import io.gistmill.domain.Language;

/// Tells the main language of a post by its scripts.
///
/// Addresses, mentions and code are left out. A Han character counts as 0.6 of a word, a run of
/// Latin letters as one word, a letter of any other script as 0.6 too. Then:
///
/// 1. where kana are a quarter or more of Han and kana, the Han characters are Japanese;
/// 2. other scripts have half or more: `OTHER`;
/// 3. Han characters have 60 percent or more: `ZH`; so Chinese full of English names stays Chinese;
/// 4. Han characters have 10 percent or less: `EN`; languages in Latin letters are not told apart;
/// 5. else `MIXED`. A post without letters is `OTHER`.
final class LanguageDetector {

  /// In tenths of a word.
  private static final int CHARACTER = 6;

  private static final int WORD = 10;

  /// Says nothing about the language.
  private static final byte SIGN = 0;

  private static final byte APOSTROPHE = 1;
  private static final byte LATIN = 2;
  private static final byte HAN = 3;
  private static final byte KANA = 4;
  private static final byte OTHER = 5;

  /// What each character of the first plane is, since posts that change between scripts all the
  /// time would mislead a processor that has to ask for one script after the other.
  private static final byte[] FIRST_PLANE = firstPlane();

  /// How many characters of each kind there are; of Latin letters, how many words.
  private final int[] found = new int[OTHER + 1];

  private boolean insideWord;

  private LanguageDetector() {}

  private static byte[] firstPlane() {
    var kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = search(i);
    }
    return kinds;
  }

  private static byte search(int codePoint) {
    if (Scripts.isLatin(codePoint)) {
      return LATIN;
    }
    if (Scripts.isHan(codePoint)) {
      return HAN;
    }
    if (Scripts.isKana(codePoint)) {
      return KANA;
    }
    if (Character.isLetter(codePoint)) {
      return OTHER;
    }
    return codePoint == '\'' || codePoint == '’' ? APOSTROPHE : SIGN;
  }

  static Language of(Prose prose) {
    var detector = new LanguageDetector();
    String text = prose.text();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      detector.count(kind(codePoint));
      i += Character.charCount(codePoint);
    }
    return detector.language();
  }

  private static byte kind(int codePoint) {
    return codePoint <= Character.MAX_VALUE ? FIRST_PLANE[codePoint] : search(codePoint);
  }

  private void count(byte kind) {
    if (kind != LATIN) {
      insideWord = insideWord && kind == APOSTROPHE;
      found[kind]++;
    } else if (!insideWord) {
      insideWord = true;
      found[LATIN]++;
    }
  }

  private Language language() {
    int latin = found[LATIN] * WORD;
    int han = found[HAN] * CHARACTER;
    int kana = found[KANA] * CHARACTER;
    int other = found[OTHER] * CHARACTER;
    boolean japanese = kana > 0 && kana * 4 >= han + kana;
    int chinese = japanese ? 0 : han;
    int all = han + kana + latin + other;
    int rest = all - chinese - latin;
    if (all == 0 || rest * 2 >= all) {
      return Language.OTHER;
    }
    if (chinese * 10L >= all * 6L) {
      return Language.ZH;
    }
    return chinese * 10L <= all ? Language.EN : Language.MIXED;
  }
}
