package io.gistmill.classifier.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A real model of a few hundred bytes: each token has a weight for each label, and a text the sum
/// of its tokens' weights.
///
/// The numbers of fields and types are those of `onnx.proto`.
final class TinyModel {

  static final List<String> WORDS =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "bee", "##s", "price", "蜂");

  private static final int FLOAT = 1;
  private static final int INT32 = 6;
  private static final int INT64 = 7;

  private final List<String> inputs;
  private final int type;
  private final float[][] weights;

  private TinyModel(List<String> inputs, int type, float[][] weights) {
    this.inputs = inputs;
    this.type = type;
    this.weights = weights;
  }

  /// Labels: bees, price.
  private static float[][] weights() {
    var weights = new float[WORDS.size()][2];
    weights[WORDS.indexOf("[CLS]")] = new float[] {-4, -4};
    weights[WORDS.indexOf("bee")] = new float[] {6, 0};
    weights[WORDS.indexOf("蜂")] = new float[] {6, 0};
    weights[WORDS.indexOf("price")] = new float[] {0, 5};
    return weights;
  }

  static TinyModel usual() {
    return new TinyModel(
        List.of("input_ids", "attention_mask", "token_type_ids"), INT64, weights());
  }

  static TinyModel withInputs(String... inputs) {
    return new TinyModel(List.of(inputs), INT64, weights());
  }

  static TinyModel ofInts() {
    return new TinyModel(List.of("input_ids", "attention_mask"), INT32, weights());
  }

  static TinyModel withoutNumbers() {
    float[][] weights = weights();
    weights[WORDS.indexOf("price")][0] = Float.NaN;
    return new TinyModel(List.of("input_ids"), INT64, weights);
  }

  static TinyModel ofFewerWords() {
    return new TinyModel(List.of("input_ids"), INT64, Arrays.copyOf(weights(), WORDS.size() - 1));
  }

  void write(Path file) throws IOException {
    Files.write(file, bytes());
  }

  byte[] bytes() {
    return new Proto()
        .number(1, 7)
        .message(7, graph())
        .message(8, new Proto().text(1, "").number(2, 11))
        .bytes();
  }

  private Proto graph() {
    Proto graph =
        new Proto()
            .message(1, node("Gather", List.of("weights", inputs.getFirst()), "found"))
            .message(1, sum().message(5, axes()).message(5, drop()))
            .text(2, "tiny")
            .message(5, tensor());
    inputs.forEach(name -> graph.message(11, value(name, type, "tokens")));
    return graph.message(12, value("logits", FLOAT, "labels"));
  }

  private static Proto sum() {
    return node("ReduceSum", List.of("found"), "logits");
  }

  private static Proto node(String type, List<String> inputs, String output) {
    var node = new Proto();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(4, type);
  }

  private static Proto axes() {
    return new Proto().text(1, "axes").number(8, 1).number(20, 7);
  }

  private static Proto drop() {
    return new Proto().text(1, "keepdims").number(3, 0).number(20, 2);
  }

  private Proto tensor() {
    ByteBuffer raw =
        ByteBuffer.allocate(4 * weights.length * weights[0].length).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : weights) {
      for (float weight : row) {
        raw.putFloat(weight);
      }
    }
    return new Proto()
        .number(1, weights.length)
        .number(1, weights[0].length)
        .number(2, FLOAT)
        .text(8, "weights")
        .bytes(9, raw.array());
  }

  private static Proto value(String name, int type, String size) {
    Proto shape =
        new Proto().message(1, new Proto().text(2, "batch")).message(1, new Proto().text(2, size));
    Proto tensor = new Proto().number(1, type).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }
}
