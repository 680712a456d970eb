package io.gistmill.gateway.store;

import io.gistmill.domain.Horizon;
import java.time.Duration;
import java.time.Instant;

/// Instants as the copy holds them.
final class Times {

  /// As long as the topics keep what they hold.
  static final Duration KEPT = Horizon.LENGTH.plusDays(8);

  private Times() {}

  static long seconds(Instant tick) {
    return tick.getEpochSecond();
  }

  static Instant tick(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
