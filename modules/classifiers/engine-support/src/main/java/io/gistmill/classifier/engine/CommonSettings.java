package io.gistmill.classifier.engine;

import java.time.Duration;
import java.util.SortedMap;

/// What the settings of all engines have.
public interface CommonSettings {

  /// What people call the topics, by slug.
  SortedMap<String, String> topics();

  /// For one call of the classifier.
  Duration timeLimit();
}
