package io.gistmill.gateway.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How texts are cut into words for the search.
///
/// Chinese, Japanese and Korean characters have no spaces between words: each run is indexed as its
/// overlapping pairs and its last character, so that any piece of it is found. `检索增强` becomes `检索
/// 索增 增强 强`.
final class Words {

  private static final Pattern RUN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]+");

  private static final int MOST_QUERY = 16;

  private Words() {}

  /// What is put into the index.
  static String indexed(String text) {
    var words = new StringBuilder();
    for (String run : runs(text)) {
      if (isCjk(run)) {
        pairs(run).forEach(pair -> words.append(pair).append(' '));
        words.append(run.substring(run.offsetByCodePoints(run.length(), -1)));
      } else {
        words.append(run);
      }
      words.append(' ');
    }
    return words.toString();
  }

  /// What is looked for: every run of the text, all of them; empty when there is none.
  static String query(String text) {
    return String.join(" ", runs(text).stream().limit(MOST_QUERY).map(Words::term).toList());
  }

  /// The runs themselves, for highlighting.
  static List<String> runs(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return RUN.matcher(plain).results().map(found -> found.group()).toList();
  }

  /// Runs hold letters and digits only, so that nothing in them means anything to FTS5.
  private static String term(String run) {
    List<String> pairs = isCjk(run) ? pairs(run) : List.of();
    return pairs.isEmpty() ? "\"" + run + "\" *" : "\"" + String.join(" ", pairs) + "\"";
  }

  private static boolean isCjk(String run) {
    return switch (Character.UnicodeScript.of(run.codePointAt(0))) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  private static List<String> pairs(String run) {
    int[] points = run.codePoints().toArray();
    var pairs = new ArrayList<String>();
    for (int i = 0; i + 1 < points.length; i++) {
      pairs.add(new String(points, i, 2));
    }
    return pairs;
  }
}
