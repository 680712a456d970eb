package io.gistmill.digest.courier.ledger;

import java.time.Duration;
import java.util.Optional;

/// How long to wait after an attempt that may succeed later.
@FunctionalInterface
public interface Pauses {

  /// Always the same for the same attempt; empty after the last.
  ///
  /// @param attempt its number, from 1
  /// @param id of the delivery
  Optional<Duration> pauseAfter(int attempt, String id);
}
