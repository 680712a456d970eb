package io.gistmill.digest.courier;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether this process still takes part in its group: it does as long as it polls. Safe for all
/// threads.
final class Membership {

  private final Duration session;
  private final LongSupplier nanos;
  private volatile long polled;

  /// @param session after which the group gives a silent member up
  /// @param nanos such as `System::nanoTime`
  Membership(Duration session, LongSupplier nanos) {
    this.session = session;
    this.nanos = nanos;
    this.polled = nanos.getAsLong() - session.toNanos();
  }

  void polled() {
    polled = nanos.getAsLong();
  }

  /// Whether the last poll is so fresh that nobody else can own the partitions.
  boolean isFresh() {
    return nanos.getAsLong() - polled < session.toNanos() / 3;
  }

  Duration session() {
    return session;
  }
}
