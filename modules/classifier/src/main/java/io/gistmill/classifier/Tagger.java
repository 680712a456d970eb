package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the active classifiers about one post after the other.
///
/// A classifier that throws or answers nonsense is recorded as failed, and the others still count.
/// Safe for several threads, which take turns.
public final class Tagger implements AutoCloseable {

  /// The least confidence of a topic unless the configuration says otherwise.
  public static final Fixed THRESHOLD = Fixed.of(0.5);

  private static final Logger LOG = LoggerFactory.getLogger(Tagger.class);
  private static final int MAX_REASON = 300;

  private final List<ActiveClassifier> classifiers;
  private final Combiner combiner;
  private final SortedSet<String> topics;
  private boolean closed;

  /// @param classifiers closed together with this
  /// @param threshold the least confidence of a topic
  public Tagger(List<ActiveClassifier> classifiers, Fixed threshold) {
    this.classifiers = List.copyOf(classifiers);
    this.combiner = new Combiner(threshold);
    var slugs = new TreeSet<String>();
    this.classifiers.forEach(active -> slugs.addAll(active.topics()));
    this.topics = Collections.unmodifiableSortedSet(slugs);
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
    for (ActiveClassifier active : classifiers) {
      outcomes.add(ask(active, post));
    }
    return new Tagging(outcomes, combiner.combine(outcomes));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      classifiers.forEach(Tagger::close);
    }
  }

  // A classifier is foreign code: whatever it throws must not stop the stream.
  private static Outcome ask(ActiveClassifier active, Post post) {
    try {
      List<Outcome> outcomes = active.classifier().classify(List.of(post));
      return new OutcomeCheck(active, post).check(outcomes);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      LOG.warn("classifier failed classifier={} postId={}", active.id(), post.id(), e);
      return new Outcome.Failed(active.id(), shortened("it threw " + e));
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "...";
  }

  private static void close(ActiveClassifier active) {
    try {
      active.classifier().close();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("classifier did not close classifier={}", active.id(), e);
    }
  }
}
