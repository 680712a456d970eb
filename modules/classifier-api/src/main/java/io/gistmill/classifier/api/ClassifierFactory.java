package io.gistmill.classifier.api;

import java.util.Map;
import java.util.Set;

/// Makes one kind of classifier; named in `META-INF/services`.
public interface ClassifierFactory {

  /// Lower-case letters, digits and dashes; unique among the classifiers that are present.
  String name();

  /// Changes whenever the same post may get another outcome.
  String version();

  /// The slugs of all topics that this classifier can give.
  Set<String> topics();

  /// What people call its topics, in English, by slug; a topic that is missing goes by its slug.
  default Map<String, String> topicNames() {
    return Map.of();
  }

  Classifier create();

  /// Name and version as they stand in outcomes and tags: `taxonomy@1`.
  default String id() {
    return name() + "@" + version();
  }
}
