package io.gistmill.producer.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Tick;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Instant QUARTER_PAST = NOON.plus(Tick.QUARTER);

  @Test
  void theFirstTickEverHasNoPredecessorAndIsWatched() {
    Clock clock = Clock.after(null);

    assertThat(clock.at(NOON.plusSeconds(61))).contains(new Tick(NOON, null, true));
  }

  @Test
  void oneTickForEachEdge() {
    Clock clock = Clock.after(null);
    clock.at(NOON);

    assertThat(clock.at(NOON.plusSeconds(899))).isEmpty();
    assertThat(clock.at(QUARTER_PAST)).contains(new Tick(QUARTER_PAST, NOON, true));
    assertThat(clock.at(QUARTER_PAST.plusSeconds(1))).isEmpty();
  }

  @Test
  void neverStepsBackWhenTheMachinesTimeDoes() {
    Clock clock = Clock.after(null);
    clock.at(QUARTER_PAST);

    assertThat(clock.at(NOON)).isEmpty();
    assertThat(clock.at(QUARTER_PAST.plusSeconds(5))).isEmpty();
  }

  @Test
  void aClockThatTakesOverWithinTheQuarterWatchesTheNextEdge() {
    Clock clock = Clock.after(new Tick(NOON, null, true));
    clock.at(NOON.plusSeconds(300));

    assertThat(clock.at(QUARTER_PAST)).contains(new Tick(QUARTER_PAST, NOON, true));
  }

  @Test
  void aClockThatTakesOverAfterAnEdgeDidNotWatchIt() {
    Clock clock = Clock.after(new Tick(NOON, null, true));

    assertThat(clock.at(QUARTER_PAST.plusSeconds(1))).contains(new Tick(QUARTER_PAST, NOON, false));
  }

  @Test
  void aClockThatSleptOverAnEdgeDidNotWatchIt() {
    Clock clock = Clock.after(null);
    clock.at(NOON);
    Instant later = NOON.plus(Tick.QUARTER.multipliedBy(200));

    assertThat(clock.at(later)).contains(new Tick(later, NOON, false));
  }

  @Test
  void watchesAgainAfterAnOutage() {
    Clock clock = Clock.after(new Tick(NOON.minus(Tick.QUARTER.multipliedBy(9)), null, true));
    clock.at(NOON);

    assertThat(clock.at(QUARTER_PAST)).contains(new Tick(QUARTER_PAST, NOON, true));
  }
}
