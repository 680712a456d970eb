package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCountsTest {

  @Test
  void countsAsAMapDoesHoweverFewWereExpected() {
    var random = new Random(31);
    var counts = new WordCounts(0);
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String word = "word " + random.nextInt(5_000);
      int count = 1 + random.nextInt(3);
      counts.add(word, count);
      expected.merge(word, count, Integer::sum);
    }

    assertThat(all(counts)).isEqualTo(expected);
    for (int i = 0; i < 10_000; i++) {
      String word = "word " + i;
      assertThat(counts.count(word)).as(word).isEqualTo(expected.getOrDefault(word, 0));
    }
  }

  @Test
  void wordsOfTheSameHashAreCountedApart() {
    List<String> words = wordsOfOneHash(8);
    String unknown = words.removeLast();
    var counts = new WordCounts(1);
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      counts.add(words.get(i), i + 1);
      expected.put(words.get(i), i + 1);
    }

    assertThat(words).extracting(String::hashCode).containsOnly(unknown.hashCode());
    assertThat(all(counts)).isEqualTo(expected);
    expected.forEach((word, count) -> assertThat(counts.count(word)).as(word).isEqualTo(count));
    assertThat(counts.count(unknown)).isZero();
  }

  @Test
  void nothingIsCountedAtFirst() {
    var counts = new WordCounts(100);

    assertThat(counts.count("word")).isZero();
    assertThat(counts.count("")).isZero();
    assertThat(all(counts)).isEmpty();
  }

  /// Each word is seen once.
  private static Map<String, Integer> all(WordCounts counts) {
    Map<String, Integer> all = new HashMap<>();
    counts.forEach((word, count) -> assertThat(all.put(word, count)).as(word).isNull());
    return all;
  }

  /// All words of so many parts that are one of two with the same hash.
  private static List<String> wordsOfOneHash(int parts) {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < parts; i++) {
      List<String> longer = new ArrayList<>();
      for (String word : words) {
        longer.add(word + "Aa");
        longer.add(word + "BB");
      }
      words = longer;
    }
    return words;
  }
}
