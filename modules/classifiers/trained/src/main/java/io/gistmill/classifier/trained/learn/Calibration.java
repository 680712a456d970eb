package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Logistic;

/// Turns the scores of a topic into probabilities: a logistic curve whose slope and constant are
/// drawn to those that fit all topics together, since one topic has few examples.
///
/// (Platt, "Probabilistic outputs for support vector machines", 1999.)
record Calibration(double slope, double constant) {

  private static final int ROUNDS = 30;
  private static final double DRAW = 4;

  /// @param scores by example, then by topic; of examples that the scorer did not learn from
  /// @return one for each topic
  static Calibration[] fit(double[][] scores, boolean[][] labels) {
    var pool = new Calibration(0, 0);
    for (int round = 0; round < ROUNDS; round++) {
      var sums = new double[5];
      for (int topic = 0; topic < labels.length; topic++) {
        pool.add(scores, labels, topic, sums);
      }
      pool = pool.stepped(sums, pool, 1e-6);
    }
    var fitted = new Calibration[labels.length];
    for (int topic = 0; topic < fitted.length; topic++) {
      var own = pool;
      for (int round = 0; round < ROUNDS; round++) {
        var sums = new double[5];
        own.add(scores, labels, topic, sums);
        own = own.stepped(sums, pool, DRAW);
      }
      fitted[topic] = own;
    }
    return fitted;
  }

  private double of(double score) {
    return Logistic.of(odds(score));
  }

  /// Log-odds of the probability.
  double odds(double score) {
    return slope * score + constant;
  }

  /// Adds up the gradient and the curvature of the loss.
  private void add(double[][] scores, boolean[][] labels, int topic, double[] sums) {
    for (int i = 0; i < scores.length; i++) {
      double score = scores[i][topic];
      double probability = of(score);
      double error = probability - (labels[topic][i] ? 1 : 0);
      double weight = probability * (1 - probability);
      sums[0] += error * score;
      sums[1] += error;
      sums[2] += weight * score * score;
      sums[3] += weight * score;
      sums[4] += weight;
    }
  }

  /// One step of Newton's method.
  private Calibration stepped(double[] sums, Calibration towards, double draw) {
    double a = sums[2] + draw;
    double b = sums[3];
    double c = sums[4] + draw;
    double g = sums[0] + draw * (slope - towards.slope);
    double h = sums[1] + draw * (constant - towards.constant);
    double determinant = a * c - b * b;
    return new Calibration(
        slope - (c * g - b * h) / determinant, constant - (a * h - b * g) / determinant);
  }
}
