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
/// @param decides whether its word alone counts for its topics
public record ActiveClassifier(
    String id, SortedSet<String> topics, Classifier classifier, boolean inPlace, boolean decides) {

  public ActiveClassifier {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }

  /// The same, with its calls going through another, such as one that takes their time.
  public ActiveClassifier through(Classifier other) {
    return new ActiveClassifier(id, topics, other, inPlace, decides);
  }

  /// One among equals.
  public ActiveClassifier(
      String id, SortedSet<String> topics, Classifier classifier, boolean inPlace) {
    this(id, topics, classifier, inPlace, false);
  }

  /// One among equals, asked on a thread of its own.
  public ActiveClassifier(String id, SortedSet<String> topics, Classifier classifier) {
    this(id, topics, classifier, false);
  }
}
