package io.gistmill.digest.mailroom;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;

/// Finds cuts without walking through all the days before them.
final class Cuts {

  /// Longer than any other cadence, so that a cut lies in every stretch of this length.
  private static final Duration STRETCH = Duration.ofDays(16);

  private Cuts() {}

  /// The last cut of a subscription in `[known, instant]`.
  ///
  /// @param known a cut, at or before the instant
  static Instant lastUpTo(Instant instant, Instant known, Subscription subscription) {
    if (subscription.cadence() instanceof Cadence.QuarterHourly) {
      return Tick.edgeBefore(instant);
    }
    Instant last = known;
    Instant start = instant.minus(STRETCH);
    Instant next = cutAfter(start.isAfter(known) ? start : known, subscription);
    while (!next.isAfter(instant)) {
      last = next;
      next = cutAfter(next, subscription);
    }
    return last;
  }

  private static Instant cutAfter(Instant instant, Subscription subscription) {
    return subscription.cadence().cutAfter(instant, subscription.zone());
  }
}
