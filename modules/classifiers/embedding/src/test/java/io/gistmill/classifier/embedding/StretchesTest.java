package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchesTest {

  @Test
  void aStretchIsTheMeanOfItsTokens() {
    var stretches = new Stretches(12, 2);
    stretches.add(0, new float[] {9, 9, 1, 3}, 2);
    stretches.add(7, new float[] {3, 5}, 0);
    stretches.add(12, new float[] {4, 8}, 0);

    assertThat(stretches.means()).isDeepEqualTo(new float[][] {{2, 4}, {4, 8}});
  }

  @Test
  void oneWithoutATokenIsAsItsNeighbour() {
    var stretches = new Stretches(40, 1);
    stretches.add(20, new float[] {6}, 0);
    stretches.add(40, new float[] {7}, 0);

    assertThat(stretches.means()).isDeepEqualTo(new float[][] {{6}, {6}, {6}, {6}, {6}, {7}});
  }

  @Test
  void strengthsAreTenthsWithinBounds() {
    var weights = new EmphasisWeights(0.5, new double[] {1});

    assertThat(weights.emphasis(new float[][] {{0.26f}, {-3}, {99}, {-99}}).strengths())
        .containsExactly(8, -25, 100, -100);
  }

  @Test
  void otherWeightsAreAnotherVersion() {
    var weights = new EmphasisWeights(0.5, new double[] {1});

    assertThat(weights.version())
        .startsWith("2-")
        .isNotEqualTo(new EmphasisWeights(0.5, new double[] {1.000001}).version());
  }
}
