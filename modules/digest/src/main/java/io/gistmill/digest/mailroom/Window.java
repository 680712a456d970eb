package io.gistmill.digest.mailroom;

import io.gistmill.domain.Subscription;
import java.time.Duration;
import java.time.Instant;

/// The posts admitted in `[from, cut)`.
record Window(Instant from, Instant cut) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /// More than clocks are changed by.
  private static final Duration CHANGE = Duration.ofHours(3);

  boolean holds(Instant admitted) {
    return !admitted.isBefore(from) && admitted.isBefore(cut);
  }

  /// Whether it is seven days long, or nearly: an archive's first week begins with its first post,
  /// and clocks are changed.
  boolean isWeek() {
    return Duration.between(from, cut).minus(WEEK).abs().compareTo(DAY) < 0;
  }

  /// From one weekly cut of a subscription to the next, which is where this one begins.
  Window weekBefore(Subscription subscription) {
    Instant before = from.minus(WEEK).minus(CHANGE);
    return new Window(subscription.cadence().cutAfter(before, subscription.zone()), from);
  }
}
