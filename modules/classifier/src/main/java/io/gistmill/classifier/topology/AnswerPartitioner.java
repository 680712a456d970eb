package io.gistmill.classifier.topology;

import io.gistmill.classifier.Answer;
import io.gistmill.contracts.Partitions;
import io.gistmill.domain.TaggedEvent;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// A tick or a switch stays in the partition that it was read from; whatever is about a post goes
/// to that of its key, which is the one that it was read from too.
final class AnswerPartitioner implements StreamPartitioner<String, Answer> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, Answer answer, int partitions) {
    int partition =
        switch (answer.event()) {
          case TaggedEvent.Ticked _, TaggedEvent.Switched _ -> answer.from();
          case TaggedEvent.Tagged _,
              TaggedEvent.Duplicate _,
              TaggedEvent.Withdrawn _,
              TaggedEvent.Corrected _,
              TaggedEvent.Retagged _ ->
              Partitions.of(key, partitions);
        };
    return Optional.of(Set.of(partition));
  }
}
