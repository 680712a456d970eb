package io.gistmill.digest.desk.brief;

import java.util.List;

/// Logistic regression with an L2 penalty on all but the first weight, by Newton's method. Targets
/// lie between 0 and 1; shares count as that many yeses. One order, `StrictMath`: the same examples
/// give the same weights everywhere.
final class LogisticRegression {

  private static final int ROUNDS = 12;

  record Example(double[] features, double target) {}

  private LogisticRegression() {}

  static double[] fit(List<Example> examples, double penalty) {
    int size = examples.getFirst().features().length;
    var weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      var curvature = new double[size][size];
      var gradient = new double[size];
      for (Example example : examples) {
        add(example, weights, gradient, curvature);
      }
      for (int i = 1; i < size; i++) {
        gradient[i] += penalty * weights[i];
        curvature[i][i] += penalty;
      }
      curvature[0][0] += 1e-9;
      double[] step = Cholesky.solve(curvature, gradient);
      for (int i = 0; i < size; i++) {
        weights[i] -= step[i];
      }
    }
    return weights;
  }

  static double probability(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  private static void add(
      Example example, double[] weights, double[] gradient, double[][] curvature) {
    double[] features = example.features();
    double probability = probability(weights, features);
    double error = probability - example.target();
    double slope = probability * (1 - probability);
    for (int i = 0; i < features.length; i++) {
      if (features[i] != 0) {
        gradient[i] += error * features[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += slope * features[i] * features[j];
        }
      }
    }
  }
}
