package io.gistmill.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How one classifier works from some place in the log on.
///
/// @param classifier name of the classifier, such as `taxonomy`
/// @param version of what it does with this configuration; stands in its outcomes
/// @param configuration in the classifier's own form, such as a taxonomy in YAML
/// @param topics what people call the topics that it can give, in English, by slug
public record ClassifierSwitch(
    String classifier, String version, String configuration, SortedMap<String, String> topics) {

  public ClassifierSwitch {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /// Name and version as they stand in outcomes and tags: `taxonomy@2`.
  public String id() {
    return classifier + "@" + version;
  }
}
