package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A post with what was said of it and what readers say.
///
/// @param id for people: where the post stands
/// @param excerpt the beginning of the post, in one line
/// @param given strongest first
/// @param confidences of every topic whose confidence is known, given or not
/// @param readers the topics by each reader; as many readers for every post
record Judged(
    String id,
    String excerpt,
    List<Given> given,
    SortedMap<String, Fixed> confidences,
    List<SortedSet<String>> readers) {

  /// @param words that spoke for it, strongest first; empty where they are not known
  record Given(String topic, Fixed confidence, List<String> words) {
    Given {
      words = List.copyOf(words);
    }
  }

  Judged {
    given = List.copyOf(given);
    confidences = Collections.unmodifiableSortedMap(new TreeMap<>(confidences));
    readers = List.copyOf(readers);
  }

  SortedSet<String> topics() {
    return given.stream().map(Given::topic).collect(Collectors.toCollection(TreeSet::new));
  }

  /// Topics that some reader gave.
  SortedSet<String> anyReader() {
    return readers.stream()
        .flatMap(SortedSet::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Topics that all readers gave.
  SortedSet<String> everyReader() {
    SortedSet<String> every = anyReader();
    readers.forEach(every::retainAll);
    return every;
  }

  /// The share of readers who gave a topic.
  double share(String topic) {
    return readers.stream().mapToInt(reader -> reader.contains(topic) ? 1 : 0).average().orElse(0);
  }
}
