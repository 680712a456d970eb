package io.gistmill.digest.mailroom;

import java.time.Instant;

/// The posts admitted in `[from, cut)`.
record Window(Instant from, Instant cut) {

  boolean holds(Instant admitted) {
    return !admitted.isBefore(from) && admitted.isBefore(cut);
  }
}
