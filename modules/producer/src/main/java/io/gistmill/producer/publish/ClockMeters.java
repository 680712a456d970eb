package io.gistmill.producer.publish;

import io.gistmill.domain.Tick;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/// What the clock tells about itself.
final class ClockMeters {

  private volatile double delay = Double.NaN;
  private volatile boolean turn;

  ClockMeters(MeterRegistry registry) {
    Gauge.builder("gistmill.clock.tick.delay", () -> delay)
        .description("How long after its quarter hour the last tick of this instance was committed")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("gistmill.clock.turn", () -> turn ? 1 : 0)
        .description("1 while this instance runs the clock")
        .register(registry);
  }

  void written(Tick tick, Instant now) {
    delay = Duration.between(tick.instant(), now).toMillis() / 1000.0;
  }

  void turn(boolean ours) {
    turn = ours;
  }
}
