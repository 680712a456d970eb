package io.gistmill.classifier.trained.learn;

/// A vector of which most components are nought.
record Sparse(int[] features, float[] values) {

  double dot(float[] weights) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += weights[features[i]] * values[i];
    }
    return sum;
  }

  /// @param scale by feature, of the square of its value
  void addTo(float[] weights, float factor, float[] scale) {
    for (int i = 0; i < features.length; i++) {
      weights[features[i]] += factor * values[i] * scale[features[i]];
    }
  }

  /// @param scale by feature, of the square of its value
  double squares(float[] scale) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += values[i] * values[i] * scale[features[i]];
    }
    return sum;
  }
}
