package io.gistmill.classifier.api;

import java.time.Duration;
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

  /// Whether its classifiers always answer within milliseconds, wait for nothing and never hang.
  /// They are asked on the thread of the stream, which is quicker; others get a thread of their own
  /// and are given up when they take too long.
  default boolean inPlace() {
    return false;
  }

  /// How long its classifiers may take for one call before they are given up and their posts go on
  /// with the failure recorded; at most a minute. Of no meaning for those that answer in place.
  default Duration timeLimit() {
    return Duration.ofSeconds(5);
  }

  /// Whether its classifiers know their topics better than others do. Of such a topic their word
  /// alone counts, unless they failed: others neither add the topic nor take it away, they only add
  /// evidence. What a deciding classifier gives is not held against the general threshold, since it
  /// has its own.
  default boolean decides() {
    return false;
  }

  /// What this factory works with, in its own form, such as a taxonomy in YAML. It can be given to
  /// [#configured] again. Empty where there is nothing to configure.
  default String configuration() {
    return "";
  }

  /// A factory of the same name that works with another configuration. Equal configurations give
  /// equal versions.
  ///
  /// @throws IllegalArgumentException naming every mistake of the configuration
  default ClassifierFactory configured(String configuration) {
    if (configuration.equals(configuration())) {
      return this;
    }
    throw new IllegalArgumentException("the classifier '" + name() + "' takes no configuration");
  }

  /// Adds a user's own part, such as a file with one topic, to what this factory works with.
  ///
  /// @return a whole configuration for [#configured]
  /// @throws IllegalArgumentException naming every mistake of the addition
  default String merged(String addition) {
    throw new IllegalArgumentException("nothing can be added to the classifier '" + name() + "'");
  }

  /// Name and version as they stand in outcomes and tags: `taxonomy@1`.
  default String id() {
    return name() + "@" + version();
  }
}
