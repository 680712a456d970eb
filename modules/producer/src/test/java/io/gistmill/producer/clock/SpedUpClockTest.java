package io.gistmill.producer.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpedUpClockTest {

  private static final Instant START = Instant.parse("2025-03-01T12:00:00Z");

  @Test
  void timeRunsSoManyTimesAsFast() {
    var nanos = new AtomicLong(7);
    var clock = new SpedUpClock(START, 900, nanos::get);

    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
  }

  @Test
  void aYearOfFastTimeIsNoTooLargeNumber() {
    var nanos = new AtomicLong();
    var clock = new SpedUpClock(START, 100_000, nanos::get);

    nanos.set(Duration.ofDays(365).toNanos());

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(365L * 100_000)));
  }

  @Test
  void timeDoesNotStandStill() {
    assertThatThrownBy(() -> new SpedUpClock(START, 0, () -> 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
