package io.gistmill.classifier;

import java.util.function.LongSupplier;

/// Keeps away from what has failed too often, and lets one try through after a pause. For one
/// thread at a time. After M. Nygard, Release It!, chapter on stability patterns.
final class CircuitBreaker {

  private final int limit;
  private final long pauseNanos;
  private final LongSupplier nanoClock;
  private int failures;
  private long openedAt;

  CircuitBreaker(Supervision supervision) {
    this.limit = supervision.failures();
    this.pauseNanos = supervision.pause().toNanos();
    this.nanoClock = supervision.nanoClock();
  }

  boolean isOpen() {
    return failures >= limit && nanoClock.getAsLong() - openedAt < pauseNanos;
  }

  /// Whether it failed too often and may be tried once more.
  boolean isTrying() {
    return failures >= limit && !isOpen();
  }

  void note(Answered answered) {
    if (answered.failure() == null) {
      failures = 0;
    } else {
      failures = Math.min(limit, failures + 1);
      openedAt = nanoClock.getAsLong();
    }
  }

  /// Without waiting for more failures.
  void open() {
    failures = limit;
    openedAt = nanoClock.getAsLong();
  }
}
