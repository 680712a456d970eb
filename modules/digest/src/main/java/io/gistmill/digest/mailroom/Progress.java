package io.gistmill.digest.mailroom;

import io.gistmill.domain.Tick;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a mailroom has come.
///
/// @param received how many events ever arrived
/// @param done how many of them are worked off
/// @param lastTick the last tick whose work is all done, null before the first
/// @param settling true while changes of subscriptions take effect at the tick after that
public record Progress(long received, long done, @Nullable Instant lastTick, boolean settling) {

  static final Progress START = new Progress(0, 0, null, false);

  boolean knows(Tick tick) {
    return lastTick != null && !tick.instant().isAfter(lastTick);
  }

  Progress oneReceived() {
    return new Progress(received + 1, done, lastTick, settling);
  }

  Progress oneDone() {
    return new Progress(received, done + 1, lastTick, settling);
  }

  Progress cutsMade() {
    return new Progress(received, done, lastTick, true);
  }

  Progress ended(Instant tick) {
    return new Progress(received, done, tick, false);
  }
}
