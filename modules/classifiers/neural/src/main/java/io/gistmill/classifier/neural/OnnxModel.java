package io.gistmill.classifier.neural;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A model of tokens at work. Safe for all threads, each of which does its own arithmetic: several
/// callers get more done than one whose sums are spread over cores.
public final class OnnxModel implements AutoCloseable {

  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Map<String, OnnxJavaType> inputs;

  private OnnxModel(OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    this.session = session;
    this.inputs = inputs(session);
  }

  /// @throws IllegalArgumentException when it is no model of tokens
  public static OnnxModel open(Path file) {
    return Roomy.call(
        () ->
            open(
                (environment, options) ->
                    environment.createSession(file.toAbsolutePath().toString(), options)));
  }

  /// @throws IllegalArgumentException when it is no model of tokens
  public static OnnxModel open(InputStream file) throws IOException {
    byte[] bytes = file.readAllBytes();
    return Roomy.call(
        () -> open((environment, options) -> environment.createSession(bytes, options)));
  }

  private interface Opening {
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  private static OnnxModel open(Opening opening) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return checked(environment, opening.open(environment, options));
    } catch (OrtException e) {
      throw new IllegalArgumentException("it cannot be read as a model: " + e.getMessage(), e);
    }
  }

  private static OnnxModel checked(OrtEnvironment environment, OrtSession session)
      throws OrtException {
    try {
      var model = new OnnxModel(environment, session);
      model.checkOutput();
      return model;
    } catch (IllegalArgumentException e) {
      session.close();
      throw e;
    }
  }

  private static Map<String, OnnxJavaType> inputs(OrtSession session) throws OrtException {
    var inputs = new HashMap<String, OnnxJavaType>();
    for (NodeInfo input : session.getInputInfo().values()) {
      boolean isTensor = input.getInfo() instanceof TensorInfo;
      inputs.put(
          input.getName(), isTensor ? ((TensorInfo) input.getInfo()).type : OnnxJavaType.UNKNOWN);
    }
    var strange = new TreeSet<>(inputs.keySet());
    strange.removeAll(Set.of(TOKENS, MASK, TYPES));
    if (!strange.isEmpty() || !inputs.containsKey(TOKENS)) {
      throw new IllegalArgumentException(
          "its inputs are "
              + new TreeSet<>(inputs.keySet())
              + "; input_ids is needed, and beside it attention_mask and token_type_ids alone are"
              + " known");
    }
    inputs.forEach(OnnxModel::checkType);
    return inputs;
  }

  private static void checkType(String name, OnnxJavaType type) {
    if (type != OnnxJavaType.INT64 && type != OnnxJavaType.INT32) {
      throw new IllegalArgumentException(
          "its input " + name + " is of the type " + type + "; whole numbers are needed");
    }
  }

  private void checkOutput() throws OrtException {
    NodeInfo output = session.getOutputInfo().values().iterator().next();
    if (!(output.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw new IllegalArgumentException(
          "its first output " + output.getName() + " should be a tensor of float");
    }
  }

  /// The beginning of the first output.
  ///
  /// @param shape of the whole output
  /// @param numbers the first of them
  public record Output(long[] shape, float[] numbers) {}

  /// What the model says of one text.
  ///
  /// @param most numbers that are wanted
  /// @throws IllegalStateException when the model cannot work on these tokens
  public Output run(long[] tokens, int most) {
    var tensors = new HashMap<String, OnnxTensor>();
    try {
      for (var input : inputs.entrySet()) {
        tensors.put(input.getKey(), tensor(values(input.getKey(), tokens), input.getValue()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        return output((OnnxTensor) result.get(0), most);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + e.getMessage(), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static Output output(OnnxTensor tensor, int most) {
    FloatBuffer numbers = tensor.getFloatBuffer();
    var first = new float[Math.min(most, numbers.remaining())];
    numbers.get(first);
    return new Output(tensor.getInfo().getShape(), first);
  }

  private static long[] values(String input, long[] tokens) {
    if (input.equals(TOKENS)) {
      return tokens;
    }
    var values = new long[tokens.length];
    Arrays.fill(values, input.equals(MASK) ? 1 : 0);
    return values;
  }

  private OnnxTensor tensor(long[] values, OnnxJavaType type) throws OrtException {
    long[] shape = {1, values.length};
    return type == OnnxJavaType.INT64
        ? OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape)
        : OnnxTensor.createTensor(
            environment,
            IntBuffer.wrap(Arrays.stream(values).mapToInt(Math::toIntExact).toArray()),
            shape);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be stopped", e);
    }
  }
}
