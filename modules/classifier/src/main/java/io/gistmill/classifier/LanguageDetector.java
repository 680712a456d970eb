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

  private int han;
  private int latin;
  private int kana;
  private int other;
  private boolean insideWord;

  private LanguageDetector() {}

  static Language of(Prose prose) {
    var detector = new LanguageDetector();
    String text = prose.text();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      detector.count(codePoint);
      i += Character.charCount(codePoint);
    }
    return detector.language();
  }

  private void count(int codePoint) {
    if (Scripts.isLatin(codePoint)) {
      latin += insideWord ? 0 : WORD;
      insideWord = true;
      return;
    }
    insideWord = insideWord && (codePoint == '\'' || codePoint == '’');
    if (Scripts.isHan(codePoint)) {
      han += CHARACTER;
    } else if (Scripts.isKana(codePoint)) {
      kana += CHARACTER;
    } else if (Character.isLetter(codePoint)) {
      other += CHARACTER;
    }
  }

  private Language language() {
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
