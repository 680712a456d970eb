package io.gistmill.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Runs fast through the days of the samples, and from there on at the pace of any clock.
///
/// Safe for all threads.
final class DemoClock implements InstantSource {

  private final Instant start;
  private final Duration fast;
  private final long speed;
  private final LongSupplier nanoClock;
  private volatile long origin;
  private volatile boolean going;

  /// @param end up to here it runs fast
  /// @param speed how many times as fast as a real clock
  /// @param nanoClock such as `System::nanoTime`
  DemoClock(Instant start, Instant end, long speed, LongSupplier nanoClock) {
    this.start = start;
    this.fast = Duration.between(start, end);
    this.speed = speed;
    this.nanoClock = nanoClock;
  }

  /// Until now it stood at its start.
  void go() {
    origin = nanoClock.getAsLong();
    going = true;
  }

  @Override
  public Instant instant() {
    if (!going) {
      return start;
    }
    Duration real = Duration.ofNanos(nanoClock.getAsLong() - origin);
    Duration passed = real.multipliedBy(speed);
    return passed.compareTo(fast) < 0
        ? start.plus(passed)
        : start.plus(fast).plus(real.minus(fast.dividedBy(speed)));
  }

  boolean isFast() {
    return instant().isBefore(start.plus(fast));
  }
}
