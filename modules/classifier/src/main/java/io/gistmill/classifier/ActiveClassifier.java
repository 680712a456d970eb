package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A classifier at work.
///
/// @param id name and version, such as `taxonomy@1`
/// @param topics the slugs that it may give
/// @param inPlace whether it is asked on the thread of the stream
public record ActiveClassifier(
    String id, SortedSet<String> topics, Classifier classifier, boolean inPlace) {

  public ActiveClassifier {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }

  /// Asked on a thread of its own.
  public ActiveClassifier(String id, SortedSet<String> topics, Classifier classifier) {
    this(id, topics, classifier, false);
  }
}
