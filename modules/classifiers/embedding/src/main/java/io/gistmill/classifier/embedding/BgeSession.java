package io.gistmill.classifier.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// The model at work. Safe for all threads, each of which does its own arithmetic: several callers
/// get more done than one whose sums are spread over cores.
final class BgeSession implements AutoCloseable {

  private static final String FILE = "/bge-small-zh-v1.5-q.onnx";

  private final OrtEnvironment environment;
  private final OrtSession session;

  private BgeSession(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  static BgeSession open() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream file = BgeSession.class.getResourceAsStream(FILE);
        var options = new OrtSession.SessionOptions()) {
      if (file == null) {
        throw new IllegalStateException(
            FILE + " is missing; is the model's jar on the class path?");
      }
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new BgeSession(environment, environment.createSession(file.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model cannot be started", e);
    }
  }

  /// The vector of the mark that stands for the whole text, made to length 1.
  float[] embed(long[] tokens) {
    var ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = tensor(tokens);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[tokens.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      var first = new float[BgeEmbedder.DIMS];
      states.get(first);
      return normalised(first);
    } catch (OrtException e) {
      throw new IllegalStateException("a sentence cannot be embedded", e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= factor;
    }
    return vector;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model cannot be stopped", e);
    }
  }
}
