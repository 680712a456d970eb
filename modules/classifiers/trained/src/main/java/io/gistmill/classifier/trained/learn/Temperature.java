package io.gistmill.classifier.trained.learn;

import java.util.Arrays;

/// Turns the scores of topics of which every post has exactly one into shares of 1: powers of the
/// scores times one factor, under which the right topics are most probable.
///
/// (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017.)
final class Temperature {

  private static final int ROUNDS = 60;

  private Temperature() {}

  /// @return for each topic the same factor
  static Calibration[] fit(double[][] scores, boolean[][] labels) {
    double low = 0.1;
    double high = 50;
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      if (slope(scores, labels, middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    var all = new Calibration[labels.length];
    Arrays.fill(all, new Calibration((low + high) / 2, 0));
    return all;
  }

  /// How the loss, which has one valley, changes with the factor.
  private static double slope(double[][] scores, boolean[][] labels, double factor) {
    double slope = 0;
    for (int i = 0; i < scores.length; i++) {
      double[] shares = shares(scores[i], factor);
      for (int topic = 0; topic < shares.length; topic++) {
        slope += scores[i][topic] * (shares[topic] - (labels[topic][i] ? 1 : 0));
      }
    }
    return slope;
  }

  static double[] shares(double[] scores, double factor) {
    double most = Arrays.stream(scores).max().orElse(0);
    var shares = new double[scores.length];
    double sum = 0;
    for (int topic = 0; topic < shares.length; topic++) {
      shares[topic] = StrictMath.exp(factor * (scores[topic] - most));
      sum += shares[topic];
    }
    for (int topic = 0; topic < shares.length; topic++) {
      shares[topic] /= sum;
    }
    return shares;
  }
}
