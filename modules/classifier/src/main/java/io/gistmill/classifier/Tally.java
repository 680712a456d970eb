package io.gistmill.classifier;

import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one version of a classifier has done in this process, all its copies together. Safe for all
/// threads.
public final class Tally {

  /// Each is a time series, and others choose them.
  private static final int MOST_UNITS = 10;

  private final String classifier;
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder given = new LongAdder();
  private final LongAdder kept = new LongAdder();
  private final Map<Failure, LongAdder> failures = new EnumMap<>(Failure.class);
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<String, Usage> usage = new ConcurrentSkipListMap<>();
  private final List<Consumer<Usage>> watchers = new CopyOnWriteArrayList<>();
  private volatile boolean open;
  private volatile @Nullable String lastReason;

  Tally(String classifier) {
    this.classifier = classifier;
    for (Failure failure : Failure.values()) {
      failures.put(failure, new LongAdder());
    }
  }

  void called(long tookNanos) {
    calls.increment();
    nanos.add(tookNanos);
  }

  /// @return what was given
  Answered noted(Answered one) {
    Failure failure = one.failure();
    if (failure == null) {
      answered.increment();
      open = false;
    } else {
      failure(failure).increment();
      if (one.outcome() instanceof Outcome.Failed failed) {
        lastReason = failed.reason();
      }
    }
    if (one.outcome() instanceof Outcome.Tagged tagged) {
      given.add(tagged.tags().size());
    }
    return one;
  }

  private LongAdder failure(Failure kind) {
    LongAdder count = failures.get(kind);
    if (count == null) {
      throw new IllegalStateException("no count of " + kind);
    }
    return count;
  }

  /// @param now by unit, all copies together
  synchronized void used(List<Usage> now) {
    for (Usage one : now) {
      if (usage.containsKey(one.unit())) {
        usage.put(one.unit(), one);
      } else if (usage.size() < MOST_UNITS) {
        usage.put(one.unit(), one);
        watchers.forEach(watcher -> watcher.accept(one));
      }
    }
  }

  /// Shows the first usage of each unit, also of those that come later.
  public synchronized void watchUsage(Consumer<Usage> watcher) {
    watchers.add(watcher);
    usage.values().forEach(watcher);
  }

  void kept() {
    kept.increment();
  }

  void circuit(boolean nowOpen) {
    open = nowOpen;
  }

  void asked(int more) {
    asked.addAndGet(more);
  }

  /// Name and version: `taxonomy@1`.
  public String classifier() {
    return classifier;
  }

  /// Whether it is left alone after failures, as far as was seen last.
  public boolean circuitOpen() {
    return open;
  }

  public long calls() {
    return calls.sum();
  }

  /// All calls that have returned, together.
  public double callSeconds() {
    return nanos.sum() / 1e9;
  }

  /// Posts for which it gave an answer that can be used.
  public long answered() {
    return answered.sum();
  }

  /// Posts for which a failure was recorded.
  public long failures(Failure kind) {
    return failure(kind).sum();
  }

  public long failures() {
    return failures.values().stream().mapToLong(LongAdder::sum).sum();
  }

  public @Nullable String lastReason() {
    return lastReason;
  }

  public long tagsGiven() {
    return given.sum();
  }

  /// Tags by which a post came to its topic: those of other classifiers were weaker.
  public long tagsKept() {
    return kept.sum();
  }

  /// What it said after its last call that it has used of what costs, by unit.
  public List<Usage> usage() {
    return List.copyOf(usage.values());
  }

  /// Of one unit; `NaN` when it has said nothing of it.
  public double used(String unit) {
    Usage one = usage.get(unit);
    return one == null ? Double.NaN : one.used();
  }

  /// The share of the limit that is used; `NaN` without a limit.
  public double usedShare(String unit) {
    Usage one = usage.get(unit);
    return one == null || one.limit().isEmpty()
        ? Double.NaN
        : one.used() / one.limit().getAsDouble();
  }

  /// Posts that wait for its answer.
  public int queue() {
    return asked.get();
  }
}
