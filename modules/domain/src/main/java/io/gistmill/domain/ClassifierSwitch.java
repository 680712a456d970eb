package io.gistmill.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How one classifier works from some place in the log on.
///
/// @param classifier name of the classifier, such as `taxonomy`
/// @param version of what it does with this configuration; stands in its outcomes
/// @param configuration in the classifier's own form, such as a taxonomy in YAML
/// @param topics what people call the topics that it can give, in English, by slug
/// @param off true where it is not asked any more, until its next switch; null for a switch that it
///   works by
public record ClassifierSwitch(
    String classifier,
    String version,
    String configuration,
    SortedMap<String, String> topics,
    @Nullable Boolean off) {

  public ClassifierSwitch {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /// One that it works by.
  public ClassifierSwitch(
      String classifier, String version, String configuration, SortedMap<String, String> topics) {
    this(classifier, version, configuration, topics, null);
  }

  /// Whether it is not asked any more.
  public boolean rests() {
    return Boolean.TRUE.equals(off);
  }

  /// The same classifier, no longer asked.
  public ClassifierSwitch switchedOff() {
    return new ClassifierSwitch(classifier, version, configuration, topics, true);
  }

  /// The same classifier, asked again.
  public ClassifierSwitch switchedOn() {
    return new ClassifierSwitch(classifier, version, configuration, topics, null);
  }

  /// Name and version as they stand in outcomes and tags: `taxonomy@2`.
  public String id() {
    return classifier + "@" + version;
  }
}
