package io.gistmill.classifier;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The tallies of all classifiers that have been active in this process. Safe for all threads.
public final class Tallies {

  private final ConcurrentSkipListMap<String, Tally> byClassifier = new ConcurrentSkipListMap<>();
  private final List<Consumer<Tally>> watchers = new CopyOnWriteArrayList<>();

  /// @param classifier name and version
  synchronized Tally of(String classifier) {
    Tally known = byClassifier.get(classifier);
    if (known != null) {
      return known;
    }
    var tally = new Tally(classifier);
    byClassifier.put(classifier, tally);
    watchers.forEach(watcher -> watcher.accept(tally));
    return tally;
  }

  /// By name and version.
  public List<Tally> all() {
    return List.copyOf(byClassifier.values());
  }

  /// Shows each tally that is there, and later each new one.
  public synchronized void watch(Consumer<Tally> watcher) {
    watchers.add(watcher);
    byClassifier.values().forEach(watcher);
  }
}
