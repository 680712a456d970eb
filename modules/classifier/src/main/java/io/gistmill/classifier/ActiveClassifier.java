package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A classifier at work.
///
/// @param id name and version, such as `taxonomy@1`
/// @param topics the slugs that it may give
/// @param inPlace whether it is asked on the thread of the stream
/// @param decides whether its word alone counts for its topics
/// @param timeLimit for one call, from a millisecond to a minute; of no meaning in place
/// @param batch the most posts of one call, from 1 to 32; of no meaning in place
public record ActiveClassifier(
    String id,
    SortedSet<String> topics,
    Classifier classifier,
    boolean inPlace,
    boolean decides,
    Duration timeLimit,
    int batch) {

  /// The most posts of one call, whatever a classifier takes.
  static final int MOST = 32;

  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public ActiveClassifier {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
    timeLimit = timeLimit.compareTo(SHORTEST) < 0 ? SHORTEST : timeLimit;
    timeLimit = timeLimit.compareTo(LONGEST) > 0 ? LONGEST : timeLimit;
    batch = Math.clamp(batch, 1, MOST);
  }

  /// The same, with its calls going through another, such as one that takes their time.
  public ActiveClassifier through(Classifier other) {
    return new ActiveClassifier(id, topics, other, inPlace, decides, timeLimit, batch);
  }

  /// One that takes whole batches.
  public ActiveClassifier(
      String id,
      SortedSet<String> topics,
      Classifier classifier,
      boolean inPlace,
      boolean decides,
      Duration timeLimit) {
    this(id, topics, classifier, inPlace, decides, timeLimit, MOST);
  }

  /// One among equals.
  public ActiveClassifier(
      String id, SortedSet<String> topics, Classifier classifier, boolean inPlace) {
    this(id, topics, classifier, inPlace, false, USUAL);
  }

  /// One among equals, asked on a thread of its own.
  public ActiveClassifier(String id, SortedSet<String> topics, Classifier classifier) {
    this(id, topics, classifier, false);
  }
}
