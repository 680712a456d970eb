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

  /// Of all other lengths than two characters.
  private final WordCounts words = new WordCounts(0);

  private final PairCounts pairs;
  private final Map<String, Integer> names = new HashMap<>();
  private final byte[] weightOfCount;

  /// @param counts by word and name, each behind its mark; more than 0
  Background(int posts, Map<String, Integer> counts) {
    this.posts = posts;
    this.pairs = new PairCounts(counts.size());
    counts.forEach(
        (key, count) -> {
          String plain = key.substring(WORD.length());
          if (key.startsWith(WORD)) {
            add(plain, count);
          } else {
            names.put(plain, count);
          }
        });
    this.weightOfCount = new byte[posts + 1];
    for (int count = 0; count <= posts; count++) {
      weightOfCount[count] = (byte) weight(count);
    }
  }

  private void add(String word, int count) {
    if (word.length() == 2) {
      pairs.add(PairCounts.pair(word.charAt(0), word.charAt(1)), count);
    } else {
      words.add(word, count);
    }
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
    return countOfWord(lower) >= COMMON
        || lower.endsWith("s") && countOfWord(lower.substring(0, lower.length() - 1)) >= COMMON;
  }

  int countOfWord(String word) {
    return word.length() == 2
        ? countOfPair(PairCounts.pair(word.charAt(0), word.charAt(1)))
        : words.count(word);
  }

  /// The same of two characters as [PairCounts] has them.
  int countOfPair(int pair) {
    return pairs.count(pair);
  }

  /// The weight of a word that so many posts of the background have.
  int weightOfCount(int count) {
    return weightOfCount[count];
  }

  /// The posts of the background tell of years, and what is released has its time: it counts for a
  /// quarter of them.
  int weightOfName(String name) {
    Dictionary listed = Dictionary.ofNames();
    boolean hasItsTime = listed.isReleased(name);
    double count = names.getOrDefault(name, 0) / (hasItsTime ? 4.0 : 1.0);
    return Math.min(weight(count), listed.mostWeight(name));
  }

  /// Twice the binary logarithm of how rare it is.
  private int weight(double count) {
    double rarity = posts / (count + 0.5);
    double halfBits = 2 * StrictMath.log(Math.max(1, rarity)) / StrictMath.log(2);
    return Math.clamp(Math.round(halfBits), 1, Name.MAX_WEIGHT);
  }
}
