package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Logistic;
import java.util.Arrays;
import java.util.List;

/// Logistic regression with an L2 penalty, by Newton's method. One order, `StrictMath`: the same
/// observations give the same weights everywhere.
public final class LogisticRegression {

  private static final int ROUNDS = 12;

  /// Where no weight moves by more, the next round would change nothing.
  private static final double STILL = 1e-9;

  /// @param features as many in every observation
  /// @param target 0 to 1; a share counts as that many yeses
  public record Observation(double[] features, double target) {}

  private LogisticRegression() {}

  /// Weights drawn to nought, all but the first, which is free.
  public static double[] fit(List<Observation> observations, double penalty) {
    int size = observations.getFirst().features().length;
    var penalties = new double[size];
    Arrays.fill(penalties, penalty);
    penalties[0] = 1e-9;
    return fit(observations, new double[size], penalties);
  }

  /// Weights drawn to others.
  ///
  /// @param prior the weights to which they are drawn
  /// @param penalties by weight, half of which times the square of its way from there is added to
  ///   the loss
  public static double[] fit(List<Observation> observations, double[] prior, double[] penalties) {
    double[] weights = prior.clone();
    double moved = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && moved > STILL; round++) {
      double[] step = step(observations, weights, prior, penalties);
      moved = 0;
      for (int i = 0; i < step.length; i++) {
        weights[i] -= step[i];
        moved = Math.max(moved, Math.abs(step[i]));
      }
    }
    return weights;
  }

  private static double[] step(
      List<Observation> observations, double[] weights, double[] prior, double[] penalties) {
    int size = weights.length;
    var curvature = new double[size][size];
    var gradient = new double[size];
    for (Observation observation : observations) {
      add(observation, weights, gradient, curvature);
    }
    for (int i = 0; i < size; i++) {
      gradient[i] += penalties[i] * (weights[i] - prior[i]);
      curvature[i][i] += penalties[i];
    }
    return Cholesky.solve(curvature, gradient);
  }

  private static double probability(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return Logistic.of(sum);
  }

  private static void add(
      Observation observation, double[] weights, double[] gradient, double[][] curvature) {
    double[] features = observation.features();
    double probability = probability(weights, features);
    double error = probability - observation.target();
    double slope = probability * (1 - probability);
    for (int i = 0; i < features.length; i++) {
      if (features[i] != 0) {
        gradient[i] += error * features[i];
        double factor = slope * features[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += factor * features[j];
        }
      }
    }
  }
}
