package io.gistmill.classifier.http;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;

/// Makes classifiers that ask a service over HTTP: `engine: http`.
public final class HttpEngine implements ClassifierEngine {

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public ClassifierFactory factory(String name, String settings, Path folder) {
    return new HttpClassifierFactory(name, HttpSettings.read(settings, folder));
  }
}
