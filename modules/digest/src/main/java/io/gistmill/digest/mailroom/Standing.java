package io.gistmill.digest.mailroom;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Subscription;
import java.time.Duration;
import java.time.Instant;

/// A subscription in force.
///
/// @param lastCut where its next window starts
/// @param nextCut where its next window ends, unless nobody watched the clock there
public record Standing(Subscription subscription, Instant lastCut, Instant nextCut) {

  /// The first cut after an instant, on this subscription's wall clock.
  static Standing after(Subscription subscription, Instant lastCut, Instant now) {
    Instant next = subscription.cadence().cutAfter(now, subscription.zone());
    return new Standing(subscription, lastCut, next);
  }

  /// One that begins with a digest of the period before it, where the cadence has one.
  static Standing first(Subscription subscription, Instant now) {
    Duration back =
        switch (subscription.cadence()) {
          case Cadence.Daily _ -> Duration.ofDays(1);
          case Cadence.Weekly _ -> Duration.ofDays(7);
          case Cadence.QuarterHourly _ -> Duration.ZERO;
        };
    return back.isZero()
        ? after(subscription, now, now)
        : new Standing(subscription, now.minus(back), now);
  }

  Standing cutAt(Instant cut) {
    return new Standing(subscription, lastCut, cut);
  }

  Window window() {
    return new Window(lastCut, nextCut);
  }
}
