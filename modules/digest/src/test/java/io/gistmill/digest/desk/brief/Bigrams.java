package io.gistmill.digest.desk.brief;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How much two texts say the same: F1 of their pairs of neighbouring letters, white space, marks
/// and addresses aside.
final class Bigrams {

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private Bigrams() {}

  static double f1(String one, String other) {
    Map<String, Integer> left = count(one);
    Map<String, Integer> right = count(other);
    int common = 0;
    for (Map.Entry<String, Integer> pair : left.entrySet()) {
      common += Math.min(pair.getValue(), right.getOrDefault(pair.getKey(), 0));
    }
    int all = size(left) + size(right);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  static String plain(String text) {
    String words = ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return MARKS.matcher(words).replaceAll("");
  }

  private static Map<String, Integer> count(String text) {
    String plain = plain(text);
    Map<String, Integer> pairs = new TreeMap<>();
    for (int i = 0; i + 1 < plain.length(); i++) {
      pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }

  private static int size(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
