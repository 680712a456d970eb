package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void theHighestValueGetsAFullBarAndNothingTheLowest() {
    assertThat(Sparkline.of(List.of(0, 1, 4, 7))).isEqualTo("▁▂▅█");
  }

  @Test
  void aSeriesOfNothingIsFlat() {
    assertThat(Sparkline.of(List.of(0, 0))).isEqualTo("▁▁");
  }

  @Test
  void largeNumbersDoNotOverflow() {
    assertThat(Sparkline.of(List.of(1, Integer.MAX_VALUE))).isEqualTo("▂█");
  }

  @Test
  void noSeriesIsNoBar() {
    assertThat(Sparkline.of(List.of())).isEmpty();
  }
}
