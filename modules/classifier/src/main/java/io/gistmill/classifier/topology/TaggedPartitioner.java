package io.gistmill.classifier.topology;

import io.gistmill.contracts.Partitions;
import io.gistmill.domain.TaggedEvent;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// A tick stays in the partition that it was read from; a post goes to that of its key, which is
/// the one that it was read from too.
final class TaggedPartitioner implements StreamPartitioner<String, TaggedEvent> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, TaggedEvent value, int partitions) {
    int partition =
        value instanceof TaggedEvent.Ticked ticked
            ? ticked.tick().from()
            : Partitions.of(key, partitions);
    return Optional.of(Set.of(partition));
  }
}
