package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.Stacking;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StackingFitTest {

  private static final int EXAMPLES = 20_000;

  @Test
  void aTopicLosesWhereAnotherExplainsItsScore() {
    // The second topic looks present whenever the first is there, and never is.
    var odds = new double[EXAMPLES][];
    var labels = new boolean[2][EXAMPLES];
    var random = new Random(3);
    for (int i = 0; i < EXAMPLES; i++) {
      boolean first = random.nextInt(4) == 0;
      boolean second = !first && random.nextInt(4) == 0;
      labels[0][i] = first;
      labels[1][i] = second;
      odds[i] = new double[] {odd(first, random), odd(first || second, random)};
    }

    Stacking stacking = StackingFit.fit(odds, labels, 2);

    assertThat(stacking.odds(new double[] {3, 1})[1]).isLessThan(-1);
    assertThat(stacking.odds(new double[] {-3, 3})[1]).isGreaterThan(1);
  }

  @Test
  void aHandfulOfExamplesLeavesTheFirstLookAlmostAsItIs() {
    var odds = new double[][] {{2, -2}, {-2, 2}, {2, 2}, {-2, -2}};
    var labels = new boolean[][] {{true, false, false, true}, {false, true, true, false}};

    Stacking stacking = StackingFit.fit(odds, labels, 1);

    double[] first = {1.5, -1};
    double[] second = stacking.odds(first);
    for (int topic = 0; topic < first.length; topic++) {
      assertThat(Math.abs(second[topic] - first[topic])).isLessThan(0.1);
    }
  }

  private static double odd(boolean looksPresent, Random random) {
    return (looksPresent ? 2 : -3) + random.nextGaussian() / 2;
  }
}
