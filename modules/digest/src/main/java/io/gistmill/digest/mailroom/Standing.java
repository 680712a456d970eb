package io.gistmill.digest.mailroom;

import io.gistmill.domain.Subscription;
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

  Standing cutAt(Instant cut) {
    return new Standing(subscription, lastCut, cut);
  }

  Window window() {
    return new Window(lastCut, nextCut);
  }
}
