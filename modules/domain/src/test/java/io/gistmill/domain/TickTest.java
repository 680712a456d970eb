package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickTest {

  private static final Instant EIGHT = Instant.parse("2025-03-03T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2025-03-03T08:00:00Z, 2025-03-03T08:00:00Z",
    "2025-03-03T08:00:00.000000001Z, 2025-03-03T08:00:00Z",
    "2025-03-03T08:14:59.999999999Z, 2025-03-03T08:00:00Z",
    "2025-03-03T08:15:00Z, 2025-03-03T08:15:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:45:00Z",
    "1969-12-31T23:45:00Z, 1969-12-31T23:45:00Z"
  })
  void findsTheEdgeAtOrBefore(Instant instant, Instant expected) {
    // when
    Instant edge = Tick.edgeBefore(instant);

    // then
    assertThat(edge).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-03T08:01:00Z", "2025-03-03T08:00:00.000000001Z"})
  void liesOnAnEdge(Instant instant) {
    // when, then
    assertThatThrownBy(() -> new Tick(instant, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quarter-hour edge")
        .hasMessageContaining(instant.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-03T08:00:00Z", "2025-03-03T08:15:00Z"})
  void neverStepsBackOrStands(Instant previous) {
    // when, then
    assertThatThrownBy(() -> new Tick(EIGHT, previous, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("never steps back");
  }

  @Test
  void mayJump() {
    // given
    Instant monthAgo = Instant.parse("2025-02-03T08:00:00Z");

    // when
    var tick = new Tick(EIGHT, monthAgo, false);

    // then
    assertThat(tick.previous()).isEqualTo(monthAgo);
    assertThat(tick.watched()).isFalse();
  }

  @Test
  void aPartitionIsOneOfThePartitions() {
    // given
    var tick = new Tick(EIGHT, null, true);

    // when, then
    assertThat(new PartitionTick(tick, 3, 4).from()).isEqualTo(3);
    assertThatThrownBy(() -> new PartitionTick(tick, 4, 4))
        .hasMessageContaining("no partition 4 of 4");
    assertThatThrownBy(() -> new PartitionTick(tick, -1, 4))
        .hasMessageContaining("no partition -1 of 4");
  }
}
