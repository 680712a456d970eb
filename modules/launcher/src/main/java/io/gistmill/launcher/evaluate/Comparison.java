package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Topics against those that one reader gave to the same posts.
///
/// @param topics all that were given by either
/// @param posts how many there are
/// @param exact how many posts have the same topics
record Comparison(SortedMap<String, Counts> topics, int posts, int exact) {

  Comparison {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /// @param given by post
  /// @param gold by post
  static Comparison of(List<? extends Set<String>> given, List<? extends Set<String>> gold) {
    var topics = new TreeMap<String, Counts>();
    int exact = 0;
    for (int i = 0; i < given.size(); i++) {
      var either = new TreeSet<>(given.get(i));
      either.addAll(gold.get(i));
      for (String topic : either) {
        Counts one = Counts.of(given.get(i).contains(topic), gold.get(i).contains(topic));
        topics.merge(topic, one, Counts::plus);
      }
      exact += given.get(i).equals(gold.get(i)) ? 1 : 0;
    }
    return new Comparison(topics, given.size(), exact);
  }

  /// All topics together.
  Counts micro() {
    return topics.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /// The mean of the topics that the reader gave at least once.
  Fixed macroF1() {
    return Fixed.of(
        topics.values().stream()
            .filter(counts -> counts.support() > 0)
            .mapToDouble(counts -> counts.f1().micros() / 1e6)
            .average()
            .orElse(0));
  }

  Fixed exactShare() {
    return posts == 0 ? Fixed.ZERO : Fixed.of((double) exact / posts);
  }
}
