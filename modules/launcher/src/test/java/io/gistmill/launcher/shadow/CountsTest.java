package io.gistmill.launcher.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import org.junit.jupiter.api.Test;

class CountsTest {

  /// The example with 50 proposals that two readers judge, as textbooks show it.
  @Test
  void kappaIsThatOfTheTextbook() {
    var counts = new Counts(20, 10, 5, 50);

    assertThat(counts.kappa()).isEqualTo(Fixed.of(0.4));
    assertThat(counts.jaccard()).isEqualTo(Fixed.of(20.0 / 35));
  }

  @Test
  void agreementOnAllPostsIsOne() {
    assertThat(new Counts(0, 0, 0, 7).kappa()).isEqualTo(Fixed.ONE);
    assertThat(new Counts(7, 0, 0, 7).kappa()).isEqualTo(Fixed.ONE);
    assertThat(new Counts(0, 0, 0, 0).jaccard()).isEqualTo(Fixed.ONE);
  }

  @Test
  void topicThatWasNotThereBeforeAgreesByChanceAlone() {
    assertThat(new Counts(0, 5, 0, 10).kappa()).isEqualTo(Fixed.ZERO);
  }
}
