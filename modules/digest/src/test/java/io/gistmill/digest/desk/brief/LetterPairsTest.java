package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.desk.brief.LetterPairs.Trait;
import org.junit.jupiter.api.Test;

class LetterPairsTest {

  private static final String TEXT = "织机 3.0\nLoom 织机";

  private final LetterPairs pairs = LetterPairs.of(TEXT);

  @Test
  void passOverMarksAndSpaces() {
    assertThat(pairs.count(Trait.ANY, 0, 6)).isEqualTo(3);
  }

  @Test
  void knowHowOftenTheyStandInTheText() {
    assertThat(pairs.count(Trait.TWICE, 0, TEXT.length())).isEqualTo(2);
  }

  @Test
  void knowWhetherTheFirstLineHasThem() {
    assertThat(pairs.count(Trait.OF_THE_FIRST_LINE, 7, TEXT.length())).isEqualTo(1);
  }

  @Test
  void knowLatinWordsWithCapitals() {
    assertThat(pairs.count(Trait.CAPITAL, 0, TEXT.length())).isEqualTo(3);
  }

  @Test
  void aPartOfOneLetterHasNone() {
    assertThat(pairs.count(Trait.ANY, 0, 1)).isZero();
  }
}
