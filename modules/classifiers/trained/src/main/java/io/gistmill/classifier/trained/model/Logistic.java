package io.gistmill.classifier.trained.model;

/// Scores as probabilities and back, the same on every machine.
public final class Logistic {

  private static final double LEAST = 1e-6;

  private Logistic() {}

  public static double of(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }

  /// The score of a probability; those next to 0 and 1 are taken for a millionth off.
  public static double inverse(double probability) {
    double inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
    return StrictMath.log(inside / (1 - inside));
  }
}
