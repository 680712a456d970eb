package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.launcher.evaluate.Reliability.Bin;
import io.gistmill.launcher.evaluate.Reliability.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  @Test
  void binsHoldWhatWasSaidAndWhatCameTrue() {
    Reliability reliability =
        Reliability.of(
            List.of(claim(0.92, 1), claim(0.98, 0), claim(0.1, 0), claim(0.14, 0.5), claim(1, 1)));

    assertThat(reliability.bins())
        .containsExactly(
            new Bin(Fixed.of(0.12), Fixed.of(0.25), 2),
            new Bin(Fixed.of(2.9 / 3), Fixed.of(2.0 / 3), 3));
    assertThat(reliability.error()).isEqualTo(Fixed.of((0.26 + 0.9) / 5));
  }

  @Test
  void honestConfidencesHaveNoError() {
    Reliability reliability =
        Reliability.of(List.of(claim(0.75, 1), claim(0.75, 1), claim(0.75, 1), claim(0.75, 0)));

    assertThat(reliability.error()).isEqualTo(Fixed.ZERO);
  }

  @Test
  void nothingSaidIsNoError() {
    assertThat(Reliability.of(List.of())).isEqualTo(new Reliability(List.of(), Fixed.ZERO));
  }

  private static Claim claim(double confidence, double came) {
    return new Claim(Fixed.of(confidence), came);
  }
}
