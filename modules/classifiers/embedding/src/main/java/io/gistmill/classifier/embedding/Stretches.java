package io.gistmill.classifier.embedding;

import io.gistmill.domain.Emphasis;

/// Adds up what a model says of the tokens of each stretch of a text, see [Emphasis#STRETCH].
final class Stretches {

  private final int dims;
  private final float[][] sums;
  private final int[] tokens;

  /// @param last offset that belongs to the last of them
  Stretches(int last, int dims) {
    int size = last / Emphasis.STRETCH + 1;
    this.dims = dims;
    this.sums = new float[size][dims];
    this.tokens = new int[size];
  }

  /// @param start offset of a token in the text
  /// @param numbers where its vector begins at an offset
  void add(int start, float[] numbers, int offset) {
    int stretch = start / Emphasis.STRETCH;
    tokens[stretch]++;
    for (int d = 0; d < dims; d++) {
      sums[stretch][d] += numbers[offset + d];
    }
  }

  /// The mean vector of each stretch. One in which no token begins goes on as the one before it, at
  /// the beginning of the text as the next that has one.
  float[][] means() {
    int first = first();
    for (int stretch = first; stretch < sums.length; stretch++) {
      if (tokens[stretch] > 0) {
        divide(sums[stretch], tokens[stretch]);
      } else {
        sums[stretch] = sums[stretch - 1];
      }
    }
    for (int stretch = 0; stretch < first; stretch++) {
      sums[stretch] = sums[first];
    }
    return sums;
  }

  /// The first that has a token; the last one has one always.
  private int first() {
    int first = 0;
    while (tokens[first] == 0) {
      first++;
    }
    return first;
  }

  private static void divide(float[] vector, int by) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= by;
    }
  }
}
