package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A classifier at work.
///
/// @param id name and version, such as `taxonomy@1`
/// @param topics the slugs that it may give
public record ActiveClassifier(String id, SortedSet<String> topics, Classifier classifier) {

  public ActiveClassifier {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }
}
