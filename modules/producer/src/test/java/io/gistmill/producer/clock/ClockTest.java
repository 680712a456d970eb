package io.gistmill.producer.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void aTickThatNeverCameToStandOnTheLogIsGivenAgain() {
    Tick first = new Tick(NOON, null, true);
    Clock clock = Clock.after(first);
    clock.at(NOON.plusSeconds(300));
    clock.at(QUARTER_PAST);

    clock.resume(first);

    assertThat(clock.at(QUARTER_PAST.plusSeconds(40))).contains(new Tick(QUARTER_PAST, NOON, true));
  }

  @Test
  void aTickThatDidComeToStandOnTheLogIsNotGivenAgain() {
    Clock clock = Clock.after(new Tick(NOON, null, true));
    clock.at(NOON.plusSeconds(300));
    Tick written = clock.at(QUARTER_PAST).orElseThrow();

    clock.resume(written);

    assertThat(clock.at(QUARTER_PAST.plusSeconds(40))).isEmpty();
  }

  /// The clock took over behind the edge, so the second try did not see it either.
  @Test
  void anUnwatchedTickStaysUnwatchedWhenItIsGivenAgain() {
    Tick first = new Tick(NOON, null, true);
    Clock clock = Clock.after(first);
    clock.at(QUARTER_PAST.plusSeconds(1));

    clock.resume(first);

    assertThat(clock.at(QUARTER_PAST.plusSeconds(9))).contains(new Tick(QUARTER_PAST, NOON, false));
  }

  @Test
  void aBrokerThatWasAwayOverTwoEdgesLeavesAGap() {
    Tick first = new Tick(NOON, null, true);
    Clock clock = Clock.after(first);
    clock.at(NOON.plusSeconds(300));
    clock.at(QUARTER_PAST);
    Instant later = QUARTER_PAST.plus(Tick.QUARTER);

    clock.resume(first);

    assertThat(clock.at(later)).contains(new Tick(later, NOON, false));
  }

  @Test
  void withinAStrideEachEdgeGetsItsOwnWatchedTick() {
    Clock clock = Clock.after(null);
    clock.at(NOON);

    List<Tick> ticks = clock.due(NOON.plus(Duration.ofHours(2)), Duration.ofHours(2));

    assertThat(ticks).hasSize(8).allMatch(Tick::watched);
    assertThat(ticks.getLast().instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void beyondAStrideTheGapIsAnOutage() {
    Clock clock = Clock.after(null);
    clock.at(NOON);
    Instant later = NOON.plus(Duration.ofHours(2));

    List<Tick> ticks = clock.due(later, Duration.ofHours(2).minusMillis(1));

    assertThat(ticks).containsExactly(new Tick(later, NOON, false));
  }

  @Test
  void whatPassedBeforeAClockTookOverIsOneGapWhateverTheStride() {
    Clock clock = Clock.after(new Tick(NOON, null, true));
    Instant later = NOON.plus(Duration.ofHours(2));

    List<Tick> ticks = clock.due(later, Duration.ofDays(1));

    assertThat(ticks).containsExactly(new Tick(later, NOON, false));
  }

  @Test
  void aLongStrideComesInParts() {
    Clock clock = Clock.after(null);
    clock.at(NOON);
    Instant later = NOON.plus(Duration.ofDays(2));

    List<Tick> ticks = new ArrayList<>(clock.due(later, Duration.ofDays(2)));
    int atOnce = ticks.size();
    for (int i = 0; i < 3; i++) {
      ticks.addAll(clock.due(later, Duration.ofDays(2)));
    }

    assertThat(atOnce).isLessThan(100);
    assertThat(ticks).hasSize(2 * 96).allMatch(Tick::watched);
  }
}
