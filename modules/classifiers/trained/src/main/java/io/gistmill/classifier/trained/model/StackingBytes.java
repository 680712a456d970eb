package io.gistmill.classifier.trained.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// The second look of a model as bytes: by topic all its weights, as many as topics need.
final class StackingBytes {

  private StackingBytes() {}

  static void write(Stacking stacking, DataOutputStream out) throws IOException {
    for (double[] row : stacking.weights()) {
      for (double weight : row) {
        out.writeDouble(weight);
      }
    }
  }

  /// @param topics how many the model has
  static Stacking read(int topics, ByteBuffer in) {
    if (topics > in.remaining() || topics * rowBytes(topics) > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var weights = new double[topics][Stacking.inputs(topics)];
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.getDouble();
      }
    }
    return new Stacking(weights);
  }

  private static long rowBytes(int topics) {
    return (long) Stacking.inputs(topics) * Double.BYTES;
  }
}
