package io.gistmill.classifier.onnx;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;

/// Makes classifiers of models in the form of ONNX: `engine: onnx`. ONNX Runtime is loaded when the
/// first of them is made.
public final class OnnxEngine implements ClassifierEngine {

  @Override
  public String kind() {
    return "onnx";
  }

  @Override
  public ClassifierFactory factory(String name, String settings, Path folder) {
    return OnnxClassifierFactory.of(name, OnnxSettings.read(settings, folder));
  }
}
