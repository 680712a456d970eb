package io.gistmill.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Partitions;
import io.gistmill.domain.Origin;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static final TaggedEvent TICK =
      new TaggedEvent.Ticked(new PartitionTick(new Tick(Instant.EPOCH, null, true), 3, 8));
  private static final TaggedEvent DUPLICATE =
      new TaggedEvent.Duplicate("p1", new Origin("test", 1L), Instant.EPOCH);

  @Test
  void ticksAndDuplicatesAreNoPartOfALiveStream() {
    assertThat(new Route("all").takes(TICK)).isFalse();
    assertThat(new Route("all").takes(DUPLICATE)).isFalse();
    assertThat(new Route("other").takes(DUPLICATE)).isFalse();
  }

  @Test
  void ticksStayInTheirPartitionAndPostsGoToThatOfTheirKey() {
    var partitioner = new TaggedPartitioner();

    assertThat(partitioner.partitions("tagged", "tick", TICK, 8)).isEqualTo(Optional.of(Set.of(3)));
    assertThat(partitioner.partitions("tagged", "p1", DUPLICATE, 8))
        .isEqualTo(Optional.of(Set.of(Partitions.of("p1", 8))));
    assertThat(Partitions.of("p1", 8)).isNotEqualTo(3);
  }
}
