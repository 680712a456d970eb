package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Logistic;
import java.util.Arrays;
import java.util.List;

/// Logistic regression with an L2 penalty, by Newton's method, with half of a step and half of that
/// where a whole one leads astray. One order, `StrictMath`: the same observations give the same
/// weights everywhere.
public final class LogisticRegression {

  private static final int ROUNDS = 12;

  /// Where no weight moves by more, the next round would change nothing.
  private static final double STILL = 1e-9;

  private static final int HALVINGS = 40;

  /// A share of the loss by which rounding may seem to make it rise.
  private static final double ROUNDING = 1e-9;

  private final List<Observation> observations;
  private final double[] prior;
  private final double[] penalties;

  /// @param features as many in every observation
  /// @param target 0 to 1; a share counts as that many yeses
  public record Observation(double[] features, double target) {}

  private LogisticRegression(List<Observation> observations, double[] prior, double[] penalties) {
    this.observations = observations;
    this.prior = prior;
    this.penalties = penalties;
  }

  /// Weights drawn to nought, all but the first, which is free.
  public static double[] fit(List<Observation> observations, double penalty) {
    int size = observations.getFirst().features().length;
    var penalties = new double[size];
    Arrays.fill(penalties, penalty);
    penalties[0] = 1e-9;
    return fit(observations, new double[size], penalties);
  }

  /// Weights drawn to others; these themselves where there are no observations.
  ///
  /// @param prior the weights to which they are drawn
  /// @param penalties by weight, half of which times the square of its way from there is added to
  ///   the loss; above 0
  public static double[] fit(List<Observation> observations, double[] prior, double[] penalties) {
    return new LogisticRegression(observations, prior, penalties).fit();
  }

  private double[] fit() {
    double[] weights = prior.clone();
    double moved = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && moved > STILL; round++) {
      double[] next = next(weights);
      moved = 0;
      for (int i = 0; i < next.length; i++) {
        moved = Math.max(moved, Math.abs(next[i] - weights[i]));
      }
      weights = next;
    }
    return weights;
  }

  /// A step further; the same weights where none is better.
  private double[] next(double[] weights) {
    double most = loss(weights) * (1 + ROUNDING);
    double[] step = step(weights);
    double part = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] next = weights.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] -= part * step[i];
      }
      if (loss(next) <= most) {
        return next;
      }
      part /= 2;
    }
    return weights;
  }

  private double loss(double[] weights) {
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      double way = weights[i] - prior[i];
      loss += penalties[i] * way * way / 2;
    }
    for (Observation observation : observations) {
      double score = score(weights, observation.features());
      double away = StrictMath.log1p(StrictMath.exp(-Math.abs(score)));
      loss += away + Math.max(score, 0) - observation.target() * score;
    }
    return loss;
  }

  private double[] step(double[] weights) {
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

  private static double score(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  private static void add(
      Observation observation, double[] weights, double[] gradient, double[][] curvature) {
    double[] features = observation.features();
    double probability = Logistic.of(score(weights, features));
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
