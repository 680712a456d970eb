package io.gistmill.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Answer;
import io.gistmill.classifier.WordClassifier;
import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Partitions;
import io.gistmill.domain.Origin;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnswerPartitionerTest {

  private final AnswerPartitioner partitioner = new AnswerPartitioner();

  @Test
  void ticksAndSwitchesStayInTheirPartition() {
    var tick = new PartitionTick(new Tick(Instant.EPOCH, null, true), 3, 8);
    var to = WordClassifier.switchTo("2", "rye");

    var ofTick = partition(EventKeys.TICK, new TaggedEvent.Ticked(tick));
    var ofSwitch = partition(EventKeys.SWITCH, new TaggedEvent.Switched(to));

    assertThat(ofTick).isEqualTo(Optional.of(Set.of(3)));
    assertThat(ofSwitch).isEqualTo(Optional.of(Set.of(3)));
    assertThat(Partitions.of(EventKeys.SWITCH, 8)).isNotEqualTo(3);
  }

  @Test
  void whatIsAboutAPostGoesToThePartitionOfItsKey() {
    var duplicate = new TaggedEvent.Duplicate("p1", new Origin("test", 1L), Instant.EPOCH);
    var withdrawn = new TaggedEvent.Withdrawn("p1", Instant.EPOCH, 1);

    assertThat(partition("p1", duplicate)).isEqualTo(Optional.of(Set.of(Partitions.of("p1", 8))));
    assertThat(partition("p1", withdrawn)).isEqualTo(Optional.of(Set.of(Partitions.of("p1", 8))));
    assertThat(Partitions.of("p1", 8)).isNotEqualTo(3);
  }

  private Optional<Set<Integer>> partition(String key, TaggedEvent event) {
    return partitioner.partitions("tagged", key, new Answer(event, 3, new TreeSet<>()), 8);
  }
}
