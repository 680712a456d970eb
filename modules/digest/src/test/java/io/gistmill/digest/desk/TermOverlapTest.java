package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermOverlapTest {

  private static final int MEANING = 32;

  @Test
  void theRarestCommonWordsAreFound() {
    // when
    TermOverlap overlap =
        TermOverlap.ofWords(
            List.of(word(1, 9), word(2, 20), word(3, 14), word(4, 31)),
            List.of(word(1, 9), word(2, 20), word(3, 14), word(5, 30)));

    // then
    assertThat(overlap.rarest()).isEqualTo(new Rarest(20, 14));
    assertThat(overlap.sum()).isEqualTo(3 + 14 + 8);
    assertThat(overlap.cosine())
        .isCloseTo(677 / Math.sqrt((677 + 31 * 31) * (677 + 30 * 30)), within(1e-9));
  }

  @Test
  void twoWordsOfOneWeightAreFirstAndSecond() {
    // given
    List<Integer> words = List.of(word(1, 12), word(2, 12), word(3, 5));

    // when
    TermOverlap overlap = TermOverlap.ofWords(words, words);

    // then
    assertThat(overlap.rarest()).isEqualTo(new Rarest(12, 12));
    assertThat(overlap.cosine()).isEqualTo(1);
  }

  @Test
  void aPartIsContainedInTheWhole() {
    // when
    TermOverlap overlap =
        TermOverlap.ofWords(List.of(word(2, 20)), List.of(word(1, 9), word(2, 20), word(3, 14)));

    // then
    assertThat(overlap.contained()).isEqualTo(1);
    assertThat(overlap.rarest()).isEqualTo(new Rarest(20, 0));
  }

  @Test
  void wordsAndMeaningsAreToldApart() {
    // given
    List<Integer> terms = List.of(word(1, 9), word(2, 20) | MEANING);

    // then
    assertThat(TermOverlap.ofWords(terms, terms).rarest()).isEqualTo(new Rarest(9, 0));
    assertThat(TermOverlap.ofMeanings(terms, terms).rarest()).isEqualTo(new Rarest(20, 0));
  }

  @Test
  void whatHasNothingInCommonIsNothing() {
    // when
    TermOverlap overlap = TermOverlap.ofWords(List.of(word(1, 9)), List.of());

    // then
    assertThat(overlap.rarest()).isEqualTo(Rarest.NOTHING);
    assertThat(overlap.cosine()).isZero();
    assertThat(overlap.contained()).isZero();
  }

  private static int word(int number, int weight) {
    return number * 64 + weight;
  }
}
