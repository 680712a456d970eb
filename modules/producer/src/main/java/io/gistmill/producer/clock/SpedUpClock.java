package io.gistmill.producer.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Time that starts where it is told and runs a fixed number of times as fast as the real one, so
/// that weeks pass in minutes. Safe for all threads.
public final class SpedUpClock implements InstantSource {

  private final Instant start;
  private final long factor;
  private final LongSupplier nanoTime;
  private final long origin;

  /// @param factor how many seconds go by in one
  /// @param nanoTime the real time that has passed, from any origin, in nanoseconds
  public SpedUpClock(Instant start, long factor, LongSupplier nanoTime) {
    if (factor < 1) {
      throw new IllegalArgumentException(
          "a sped-up clock does not run " + factor + " times as fast");
    }
    this.start = start;
    this.factor = factor;
    this.nanoTime = nanoTime;
    this.origin = nanoTime.getAsLong();
  }

  @Override
  public Instant instant() {
    return start.plus(inFast(Duration.ofNanos(nanoTime.getAsLong() - origin)));
  }

  /// How much time goes by here in that much real time.
  public Duration inFast(Duration real) {
    return real.multipliedBy(factor);
  }
}
