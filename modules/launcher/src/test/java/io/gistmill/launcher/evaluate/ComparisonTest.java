package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Comparison COMPARISON =
      Comparison.of(
          List.of(Set.of("a"), Set.of("a", "b"), Set.of("c"), Set.of()),
          List.of(Set.of("a"), Set.of("a"), Set.of("b"), Set.of()));

  @Test
  void countsGoByTopic() {
    assertThat(COMPARISON.topics())
        .containsEntry("a", new Counts(2, 0, 0))
        .containsEntry("b", new Counts(0, 1, 1))
        .containsEntry("c", new Counts(0, 1, 0));
    assertThat(COMPARISON.micro()).isEqualTo(new Counts(2, 2, 1));
  }

  @Test
  void topicsThatNoReaderGaveDoNotCountInTheMean() {
    assertThat(COMPARISON.macroF1()).isEqualTo(Fixed.of(0.5));
  }

  @Test
  void postsWithoutTopicsCanBeExact() {
    assertThat(COMPARISON.exactShare()).isEqualTo(Fixed.of(0.5));
  }

  @Test
  void ratiosOfNothingAreNought() {
    assertThat(Counts.NONE.precision()).isEqualTo(Fixed.ZERO);
    assertThat(Counts.NONE.recall()).isEqualTo(Fixed.ZERO);
    assertThat(Counts.NONE.f1()).isEqualTo(Fixed.ZERO);
    assertThat(new Counts(3, 1, 2).precision()).isEqualTo(Fixed.of(0.75));
    assertThat(new Counts(3, 1, 2).recall()).isEqualTo(Fixed.of(0.6));
    assertThat(new Counts(3, 1, 2).f1()).isEqualTo(Fixed.of(6.0 / 9));
  }
}
