package io.gistmill.classifier;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.ClassifierSwitch;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A classifier that can be used, and what it says of itself.
///
/// @param topicNames may lack some of the topics
record Present(
    String name,
    String version,
    String configuration,
    SortedSet<String> topics,
    SortedMap<String, String> topicNames,
    ClassifierFactory factory) {

  /// @throws IllegalArgumentException or NullPointerException when the factory says nothing usable
  static Present of(ClassifierFactory factory) {
    String name = Objects.requireNonNull(factory.name(), "its name is null");
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "its name '" + name + "' should hold lower-case letters, digits and dashes");
    }
    if (name.equals(Thresholds.NAME)) {
      throw new IllegalArgumentException(
          "the name '" + name + "' is taken by the thresholds; call the classifier otherwise");
    }
    return new Present(
        name,
        Objects.requireNonNull(factory.version(), "its version is null"),
        Objects.requireNonNull(factory.configuration(), "its configuration is null"),
        new TreeSet<>(factory.topics()),
        new TreeMap<>(factory.topicNames()),
        factory);
  }

  String id() {
    return name + "@" + version;
  }

  ClassifierSwitch asSwitch() {
    var names = new TreeMap<String, String>();
    topics.forEach(slug -> names.put(slug, topicNames.getOrDefault(slug, slug)));
    return new ClassifierSwitch(name, version, configuration, names);
  }
}
