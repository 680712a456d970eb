package io.gistmill.classifier.trained.tools;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/// The embedding model from which token vectors are distilled: BGE small zh v1.5, quantised.
final class Teacher {

  private static final String NAME = "/bge-small-zh-v1.5-q";

  private final Model model;

  Teacher() throws IOException, OrtException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream weights = Teacher.class.getResourceAsStream(NAME + ".onnx");
        InputStream tokens = Teacher.class.getResourceAsStream(NAME + "-tokenizer.json")) {
      OrtSession session = environment.createSession(weights.readAllBytes(), options);
      model = new Model(new OnnxBertBiEncoder(environment, session, tokens, PoolingMode.CLS));
    }
  }

  /// One vector for each text, of length 1.
  float[][] embed(List<String> texts) {
    var vectors = new float[texts.size()][];
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(i -> vectors[i] = model.embed(texts.get(i)).content().vector());
    return vectors;
  }

  private static final class Model extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    Model(OnnxBertBiEncoder encoder) {
      super(Runnable::run);
      this.encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }
  }
}
