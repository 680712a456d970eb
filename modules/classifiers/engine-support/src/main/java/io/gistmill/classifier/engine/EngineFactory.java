package io.gistmill.classifier.engine;

import io.gistmill.classifier.api.ClassifierFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// The factory of one plug-in without Java: what its settings say of the classifier.
public interface EngineFactory extends ClassifierFactory {

  CommonSettings settings();

  @Override
  default Set<String> topics() {
    return settings().topics().keySet();
  }

  @Override
  default Map<String, String> topicNames() {
    return settings().topics();
  }

  @Override
  default Duration timeLimit() {
    return settings().timeLimit();
  }
}
