package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many of some thousand posts of the field have a name or a word, so that what everybody
/// speaks of weighs little from the first post on.
///
/// Counted over the posts from which the shipped classifier learns.
final class Background {

  static final String WORD = "w ";
  static final String NAME = "n ";

  /// A word in lower case that so many posts have is no name because somebody begins a sentence
  /// with it.
  private static final int COMMON = 3;

  private static final Background SHIPPED = read(Tsv.rows("background.tsv"));

  private final int posts;
  private final Map<String, Integer> counts;

  Background(int posts, Map<String, Integer> counts) {
    this.posts = posts;
    this.counts = Map.copyOf(counts);
  }

  static Background shipped() {
    return SHIPPED;
  }

  private static Background read(List<List<String>> rows) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> row : rows) {
      counts.put(row.get(0), Integer.valueOf(row.get(1)));
    }
    Integer posts = counts.remove("posts");
    return new Background(posts == null ? 1 : posts, counts);
  }

  boolean isCommonWord(String lower) {
    return count(WORD + lower) >= COMMON
        || lower.endsWith("s") && count(WORD + lower.substring(0, lower.length() - 1)) >= COMMON;
  }

  int countOfWord(String word) {
    return count(WORD + word);
  }

  int weightOfWord(String word) {
    return weight(count(WORD + word));
  }

  /// The posts of the background tell of years, and what is released has its time: it counts for a
  /// quarter of them.
  int weightOfName(String name) {
    Dictionary listed = Dictionary.ofNames();
    int slash = name.indexOf('/');
    boolean hasItsTime = listed.isReleased(slash < 0 ? name : name.substring(0, slash));
    double count = count(NAME + name) / (hasItsTime ? 4.0 : 1.0);
    return Math.min(weight(count), listed.mostWeight(name));
  }

  private int count(String key) {
    return counts.getOrDefault(key, 0);
  }

  /// Twice the binary logarithm of how rare it is.
  private int weight(double count) {
    double rarity = posts / (count + 0.5);
    double halfBits = 2 * StrictMath.log(Math.max(1, rarity)) / StrictMath.log(2);
    return Math.clamp(Math.round(halfBits), 1, Name.MAX_WEIGHT);
  }
}
