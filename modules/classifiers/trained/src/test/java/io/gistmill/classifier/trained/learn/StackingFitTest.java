package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.Stacking;
import java.util.Arrays;
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

  @Test
  void noExamplesLeaveTheFirstLookAsItIs() {
    Stacking stacking = StackingFit.fit(new double[0][], new boolean[2][0], 1);

    assertThat(stacking.odds(new double[] {1.5, -1})).containsExactly(1.5, -1);
  }

  @Test
  void noScoresLeadToWeightsThatAreNoNumbers() {
    var random = new Random(5);
    var odds = new double[300][];
    var labels = new boolean[2][300];
    for (int i = 0; i < odds.length; i++) {
      double strength = StrictMath.pow(10, random.nextInt(12));
      odds[i] = new double[] {strength * random.nextGaussian(), -strength};
      labels[0][i] = random.nextInt(50) == 0;
      labels[1][i] = random.nextInt(50) == 0 != odds[i][0] > 0;
    }

    Stacking stacking = StackingFit.fit(odds, labels, 1);

    for (double[] row : stacking.weights()) {
      assertThat(Arrays.stream(row).allMatch(Double::isFinite)).isTrue();
    }
  }

  @Test
  void hundredsOfTopicsAreJudgedEachAlone() {
    assertThat(StackingFit.fit(new double[1][101], new boolean[101][1], 1).isNone()).isTrue();
  }

  private static double odd(boolean looksPresent, Random random) {
    return (looksPresent ? 2 : -3) + random.nextGaussian() / 2;
  }
}
