package io.gistmill.classifier.onnx;

import java.util.Locale;

/// How the numbers of a model become probabilities.
enum Activation {
  /// Each label by itself: a text may have several.
  SIGMOID,
  /// All labels together: a text has one.
  SOFTMAX;

  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  double[] probabilities(float[] logits) {
    return switch (this) {
      case SIGMOID -> sigmoid(logits);
      case SOFTMAX -> softmax(logits);
    };
  }

  private static double[] sigmoid(float[] logits) {
    var probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
    }
    return probabilities;
  }

  private static double[] softmax(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    var probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Math.exp(logits[i] - max);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }
}
