package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Asks the active classifiers about one post after the other.
///
/// A classifier that throws, hangs or answers nonsense is recorded as failed, and the others still
/// count. Safe for several threads, which take turns.
public final class Tagger implements AutoCloseable {

  /// The least confidence of a topic unless the configuration says otherwise.
  public static final Fixed THRESHOLD = Fixed.of(0.5);

  private final List<SupervisedClassifier> classifiers;
  private final Combiner combiner;
  private final SortedSet<String> topics;
  private boolean closed;

  /// @param classifiers closed together with this
  /// @param threshold the least confidence of a topic that no deciding classifier knows
  /// @param nanoClock such as `System::nanoTime`; says when one that failed is tried again
  public Tagger(List<ActiveClassifier> classifiers, Fixed threshold, LongSupplier nanoClock) {
    this(classifiers, Thresholds.general(threshold), nanoClock);
  }

  /// @param classifiers closed together with this
  /// @param nanoClock such as `System::nanoTime`; says when one that failed is tried again
  public Tagger(
      List<ActiveClassifier> classifiers, Thresholds thresholds, LongSupplier nanoClock) {
    this.classifiers =
        classifiers.stream()
            .map(active -> new SupervisedClassifier(active, Supervision.STANDARD, nanoClock))
            .toList();
    this.combiner = new Combiner(thresholds, deciding(classifiers));
    var slugs = new TreeSet<String>();
    classifiers.forEach(active -> slugs.addAll(active.topics()));
    this.topics = Collections.unmodifiableSortedSet(slugs);
  }

  private static Map<String, SortedSet<String>> deciding(List<ActiveClassifier> classifiers) {
    return classifiers.stream()
        .filter(ActiveClassifier::decides)
        .collect(
            Collectors.toMap(
                ActiveClassifier::id, ActiveClassifier::topics, (one, same) -> one, TreeMap::new));
  }

  /// The slugs that some classifier may give.
  public SortedSet<String> topics() {
    return topics;
  }

  public synchronized Tagging tag(Post post) {
    if (closed) {
      throw new IllegalStateException("the classifiers have been closed");
    }
    var outcomes = new ArrayList<Outcome>();
    for (SupervisedClassifier classifier : classifiers) {
      outcomes.add(classifier.ask(post));
    }
    return new Tagging(outcomes, combiner.combine(outcomes));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      classifiers.forEach(SupervisedClassifier::close);
    }
  }
}
