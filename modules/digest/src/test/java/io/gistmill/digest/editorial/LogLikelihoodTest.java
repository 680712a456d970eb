package io.gistmill.digest.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.gistmill.domain.Fixed;
import org.junit.jupiter.api.Test;

class LogLikelihoodTest {

  /// Of the table (10, 90; 20, 880): 2 * the sum of O * ln(O/E), worked out by hand.
  @Test
  void isTheSumOverATableOfTwoByTwo() {
    double expected =
        2
            * (10 * Math.log(10 / 3.0)
                + 20 * Math.log(20 / 27.0)
                + 90 * Math.log(90 / 97.0)
                + 880 * Math.log(880 / 873.0));

    assertThat(LogLikelihood.of(10, 100, 20, 900).toDecimal().doubleValue())
        .isCloseTo(expected, offset(0.000001));
  }

  @Test
  void equalSharesAreNoSurprise() {
    assertThat(LogLikelihood.of(10, 100, 30, 300)).isEqualTo(Fixed.ZERO);
  }

  @Test
  void withoutAPastNothingSurprises() {
    assertThat(LogLikelihood.of(10, 100, 0, 0)).isEqualTo(Fixed.ZERO);
  }

  @Test
  void whatNobodySaidBeforeSurprisesTheMoreTheMoreOftenItIsSaid() {
    assertThat(LogLikelihood.of(6, 100, 0, 300)).isGreaterThan(LogLikelihood.of(3, 100, 0, 300));
  }
}
