package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Asks the active classifiers about posts.
///
/// A classifier that throws, hangs or answers nonsense is recorded as failed, and the others still
/// count. Safe for several threads, which take turns.
public final class Tagger implements AutoCloseable {

  /// The least confidence of a topic unless the configuration says otherwise.
  public static final Fixed THRESHOLD = Fixed.of(0.5);

  /// Between two looks at what is waited for.
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final List<Supervised> classifiers = new ArrayList<>();
  private final SortedMap<String, Tally> tallies = new TreeMap<>();
  private final Combiner combiner;
  private final SortedSet<String> topics;
  private final boolean slow;
  private boolean closed;

  /// @param classifiers closed together with this
  /// @param threshold the least confidence of a topic that no deciding classifier knows
  /// @param nanoClock such as `System::nanoTime`; says when one takes too long, and when one that
  ///   failed is tried again
  public Tagger(List<ActiveClassifier> classifiers, Fixed threshold, LongSupplier nanoClock) {
    this(classifiers, Thresholds.general(threshold), nanoClock);
  }

  /// @param classifiers closed together with this
  /// @param nanoClock says when one takes too long, and when one that failed is tried again
  public Tagger(List<ActiveClassifier> classifiers, Thresholds thresholds, LongSupplier nanoClock) {
    this(classifiers, thresholds, nanoClock, new Tallies(), Collections.emptySortedSet());
  }

  /// @param all count what each classifier does
  /// @param others topics that none of them gives, and that are known all the same
  Tagger(
      List<ActiveClassifier> classifiers,
      Thresholds thresholds,
      LongSupplier nanoClock,
      Tallies all,
      SortedSet<String> others) {
    for (ActiveClassifier active : classifiers) {
      Tally tally = all.of(active.id());
      tallies.put(active.id(), tally);
      this.classifiers.add(Supervised.of(active, tally, Supervision.of(active, nanoClock)));
    }
    this.combiner = new Combiner(thresholds, deciding(classifiers));
    this.slow = this.classifiers.stream().anyMatch(Supervised::slow);
    var slugs = new TreeSet<>(others);
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

  /// The slugs that some classifier may give, or could before it was switched off.
  public SortedSet<String> topics() {
    return topics;
  }

  /// Whether one of them is asked on a thread of its own and may have to be waited for.
  boolean slow() {
    return slow;
  }

  /// Asks, and waits until all have answered or taken too long.
  ///
  /// @throws IllegalStateException when the calling thread is interrupted
  public Tagging tag(Post post) {
    Asked asked = ask(post);
    while (!asked.isAnsweredNow()) {
      asked.await(MOMENT);
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while a classifier was at work");
      }
    }
    return asked.tagging();
  }

  /// Asks those who may take a while, and does not wait for them.
  synchronized Asked ask(Post post) {
    if (closed) {
      throw new IllegalStateException("the classifiers have been closed");
    }
    return new Asked(this, post, classifiers.stream().map(one -> one.ask(post)).toList());
  }

  /// Gives up those who take too long; to be called now and then while something is waited for.
  synchronized void look() {
    classifiers.forEach(Supervised::look);
  }

  /// Forgets what nobody has begun to answer.
  ///
  /// @param asked of this
  synchronized void drop(Asked asked) {
    for (int i = 0; i < classifiers.size(); i++) {
      classifiers.get(i).drop(asked.questions().get(i));
    }
  }

  /// What comes of the answers; those who answer in place are asked now.
  ///
  /// @param asked of this, answered
  synchronized Tagging tagging(Asked asked) {
    List<Outcome> outcomes = asked.questions().stream().map(Question::answer).toList();
    List<Tag> tags = combiner.combine(outcomes);
    tags.forEach(this::count);
    return new Tagging(outcomes, tags);
  }

  private void count(Tag tag) {
    Tally tally = tallies.get(tag.classifier());
    if (tally != null) {
      tally.kept();
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      classifiers.forEach(Supervised::close);
    }
  }
}
