package io.gistmill.classifier;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.ClassifierSwitch;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A classifier that can be used, and what it says of itself.
///
/// @param topicNames may lack some of the topics
/// @param origin where it was found, for people
record Present(
    String name,
    String version,
    String configuration,
    SortedSet<String> topics,
    SortedMap<String, String> topicNames,
    ClassifierFactory factory,
    String origin) {

  /// Those of live streams, which are topics of Kafka.
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final int MAX_SLUG = 100;

  /// @throws IllegalArgumentException or NullPointerException when the factory says nothing usable
  static Present of(ClassifierFactory factory, String origin) {
    String name = Objects.requireNonNull(factory.name(), "its name is null");
    if (!SLUG.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "its name '" + name + "' should hold lower-case letters, digits and dashes");
    }
    if (name.equals(Thresholds.NAME)) {
      throw new IllegalArgumentException(
          "the name '" + name + "' is taken by the thresholds; call the classifier otherwise");
    }
    return new Present(
        name,
        version(Objects.requireNonNull(factory.version(), "its version is null")),
        Objects.requireNonNull(factory.configuration(), "its configuration is null"),
        topics(factory),
        new TreeMap<>(factory.topicNames()),
        factory,
        origin);
  }

  private static String version(String version) {
    if (!version.matches("[^\\s\\p{Cntrl}]{1,100}")) {
      throw new IllegalArgumentException(
          "its version '" + version + "' should hold 1 to 100 characters and no blanks");
    }
    return version;
  }

  private static SortedSet<String> topics(ClassifierFactory factory) {
    var topics = new TreeSet<>(factory.topics());
    for (String slug : topics) {
      if (!SLUG.matcher(slug).matches() || slug.length() > MAX_SLUG) {
        throw new IllegalArgumentException(
            "its topic '" + slug + "' should hold lower-case letters, digits and dashes");
      }
      if (slug.equals(LiveStreams.ALL) || slug.equals(LiveStreams.OTHER)) {
        throw new IllegalArgumentException(
            "its topic '" + slug + "' is the name of a stream of all classifiers; rename it");
      }
    }
    return topics;
  }

  Listing listing() {
    return new Listing(name, version, origin, topics);
  }

  /// Whether it comes with Gistmill and is no plug-in.
  boolean isOwn() {
    return origin.equals(Listing.OWN);
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
