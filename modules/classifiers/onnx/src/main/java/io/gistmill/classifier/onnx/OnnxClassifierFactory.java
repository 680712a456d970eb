package io.gistmill.classifier.onnx;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.engine.Digests;
import io.gistmill.classifier.engine.EngineFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One plug-in with `engine: onnx`.
///
/// @param version of the files' contents and of the settings
record OnnxClassifierFactory(String name, OnnxSettings settings, String version)
    implements EngineFactory {

  static OnnxClassifierFactory of(String name, OnnxSettings settings) {
    List<String> parts = new ArrayList<>(settings.meaning());
    parts.add(contents(settings.model()));
    parts.add(contents(settings.tokenizer()));
    return new OnnxClassifierFactory(name, settings, Digests.version(parts));
  }

  private static String contents(Path file) {
    try {
      return Digests.of(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// They are worked through one after another.
  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Classifier create() {
    return OnnxClassifier.open(id(), settings);
  }
}
