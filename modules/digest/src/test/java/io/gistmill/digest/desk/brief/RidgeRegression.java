package io.gistmill.digest.desk.brief;

import io.gistmill.classifier.trained.learn.Cholesky;
import io.gistmill.classifier.trained.learn.LogisticRegression.Observation;
import java.util.List;

/// Least squares with an L2 penalty on all but the first weight.
final class RidgeRegression {

  private RidgeRegression() {}

  static double[] fit(List<Observation> examples, double penalty) {
    int size = examples.getFirst().features().length;
    var matrix = new double[size][size];
    var right = new double[size];
    for (Observation example : examples) {
      double[] features = example.features();
      for (int i = 0; i < size; i++) {
        right[i] += features[i] * example.target();
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += features[i] * features[j];
        }
      }
    }
    for (int i = 1; i < size; i++) {
      matrix[i][i] += penalty;
    }
    return Cholesky.solve(matrix, right);
  }
}
