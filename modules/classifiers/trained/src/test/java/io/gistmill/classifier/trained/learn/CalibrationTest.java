package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.Logistic;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /// Far apart, rare, and some of them labelled wrongly: a step of Newton's from a steep curve
  /// leads away from the valley here, and further with each step.
  @Test
  void scoresFarApartWithWrongLabelsGiveACurveThatSaysHowOftenTheyAreRight() {
    var random = new Random(2);
    var scores = new double[5000][1];
    var labels = new boolean[1][5000];
    for (int i = 0; i < scores.length; i++) {
      boolean looksPresent = random.nextInt(50) == 0;
      scores[i][0] = (looksPresent ? 4 : -4) + random.nextGaussian();
      labels[0][i] = looksPresent != (random.nextInt(50) == 0);
    }

    Calibration fitted = Calibration.fit(scores, labels)[0];

    assertThat(Logistic.of(fitted.odds(4))).isBetween(0.9, 0.995);
    assertThat(Logistic.of(fitted.odds(-4))).isBetween(0.01, 0.03);
  }
}
