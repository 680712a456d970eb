package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrongWordsTest {

  private final StrongWords words = new StrongWords();

  @Test
  void theStrongestComesFirstAndOfLikeOnesTheFirstAndShortest() {
    words.add(0.5, 7, 9);
    words.add(0.5, 3, 8);
    words.add(0.7, 9, 11);
    words.add(0.5, 3, 5);

    assertThat(starts()).containsExactly(9, 3, 3, 7);
    assertThat(IntStream.range(0, 4).map(words::end)).containsExactly(11, 5, 8, 9);
  }

  @Test
  void aWordThatSpeaksAgainstIsLeftOut() {
    words.add(-0.5, 0, 2);
    words.add(0, 2, 4);
    words.add(1e-12, 4, 6);

    assertThat(words.size()).isZero();
  }

  @Test
  void amongManyTheStrongestAreKept() {
    int[] worths = new Random(1).ints(500, 1, 1_000_000).distinct().toArray();
    int[] strongest = IntStream.of(worths).map(worth -> -worth).sorted().limit(24).toArray();

    for (int worth : worths) {
      words.add(worth, -worth, 0);
    }

    assertThat(words.size()).isBetween(24, 47);
    assertThat(starts()).startsWith(strongest);
  }

  @Test
  void whatIsClearedIsForgotten() {
    IntStream.range(0, 100).forEach(i -> words.add(9, i, i + 1));
    words.clear();

    words.add(1, 5, 6);

    assertThat(starts()).containsExactly(5);
  }

  private int[] starts() {
    return IntStream.range(0, words.size()).map(words::start).toArray();
  }
}
