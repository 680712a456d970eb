package io.gistmill.classifier.topology;

import io.gistmill.classifier.Answer;
import io.gistmill.contracts.Partitions;
import io.gistmill.domain.TaggedEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An event on its way into one live stream.
///
/// @param slug of the stream
record Routed(String slug, TaggedEvent event) {

  static List<Routed> each(Answer answer) {
    return answer.streams().stream().map(slug -> new Routed(slug, answer.event())).toList();
  }

  static Optional<Set<Integer>> partition(
      String topic, String key, Routed ignored, int partitions) {
    return Optional.of(Set.of(Partitions.of(key, partitions)));
  }
}
