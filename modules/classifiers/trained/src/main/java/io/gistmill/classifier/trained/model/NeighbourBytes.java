package io.gistmill.classifier.trained.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// The labelled examples of a model as bytes: their number, the length of a vector, then of each
/// the vector, its topics and its text.
final class NeighbourBytes {

  private NeighbourBytes() {}

  static void write(Neighbours neighbours, DataOutputStream out) throws IOException {
    out.writeInt(neighbours.size());
    out.writeInt(neighbours.dims());
    for (int i = 0; i < neighbours.size(); i++) {
      for (int step : neighbours.vectors()[i]) {
        out.writeByte(step);
      }
      out.writeByte(neighbours.topics()[i].length);
      for (short topic : neighbours.topics()[i]) {
        out.writeShort(topic);
      }
      byte[] text = neighbours.texts().get(i).getBytes(StandardCharsets.UTF_8);
      out.writeShort(text.length);
      out.write(text);
    }
  }

  /// @param count how many topics the model has
  static Neighbours read(int count, ByteBuffer in) {
    int size = in.getInt();
    int dims = in.getInt();
    if (size < 0 || dims < 0 || (long) Math.max(1, size) * dims > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var vectors = new int[size][];
    var vector = new byte[dims];
    var topics = new short[size][];
    var texts = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      in.get(vector);
      vectors[i] = Votes.widened(vector);
      topics[i] = topics(count, in);
      var text = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(text);
      texts.add(new String(text, StandardCharsets.UTF_8));
    }
    return new Neighbours(vectors, topics, texts);
  }

  private static short[] topics(int count, ByteBuffer in) {
    var topics = new short[Byte.toUnsignedInt(in.get())];
    for (int i = 0; i < topics.length; i++) {
      topics[i] = in.getShort();
      if (topics[i] < 0 || topics[i] >= count) {
        throw new IllegalArgumentException("a topic that the model does not have");
      }
    }
    return topics;
  }
}
