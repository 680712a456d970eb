package io.gistmill.classifier.trained.learn;

import java.util.Random;

/// Learns a linear two-class model with squared hinge loss and L2 regularisation, by descent along
/// one dual variable after the other.
///
/// (Hsieh, Chang, Lin, Keerthi and Sundararajan, "A dual coordinate descent method for large-scale
/// linear SVM", 2008, algorithm 1, L2-loss.) The order of visits comes from a fixed seed, so that
/// the same examples give the same weights.
final class CoordinateDescent {

  private static final int ROUNDS = 30;
  private static final double CLOSE = 0.05;

  private final Sparse[] examples;
  private final int features;

  CoordinateDescent(Sparse[] examples, int features) {
    this.examples = examples;
    this.features = features;
  }

  /// @param cost of each example
  /// @param scale by feature, of the square of its value
  /// @return weights for the values as they are
  float[] solve(boolean[] positive, double[] cost, float[] scale) {
    var squares = new double[examples.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = examples[i].squares(scale);
    }
    var weights = new float[features];
    var alphas = new double[examples.length];
    int[] order = new int[examples.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    var random = new Random(7);
    double worst = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && worst > CLOSE; round++) {
      shuffle(order, random);
      worst = 0;
      for (int i : order) {
        worst =
            Math.max(
                worst, visit(i, positive[i] ? 1 : -1, cost[i], squares[i], scale, weights, alphas));
      }
    }
    return weights;
  }

  private double visit(
      int i,
      int sign,
      double cost,
      double square,
      float[] scale,
      float[] weights,
      double[] alphas) {
    double diagonal = 0.5 / cost;
    double gradient = sign * examples[i].dot(weights) - 1 + diagonal * alphas[i];
    double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(projected) < 1e-12) {
      return 0;
    }
    double before = alphas[i];
    alphas[i] = Math.max(before - gradient / (square + diagonal), 0);
    examples[i].addTo(weights, (float) ((alphas[i] - before) * sign), scale);
    return Math.abs(projected);
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
