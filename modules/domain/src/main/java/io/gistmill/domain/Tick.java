package io.gistmill.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The only time that the stream knows: written by the one clock into every partition of a topic,
/// in one transaction.
///
/// A post belongs to the window of the last tick before it in its own partition.
///
/// @param instant a quarter-hour edge; never goes back
/// @param previous the tick before this one, null for the first ever
/// @param watched true: a clock ran from `previous` on, and every cut in between is made; false:
///   the clock was down over a quarter-hour edge, and all cuts of a subscription in that gap become
///   one digest
public record Tick(Instant instant, @Nullable Instant previous, boolean watched) {

  /// The distance between two quarter-hour edges.
  public static final Duration QUARTER = Duration.ofMinutes(15);

  public Tick {
    Objects.requireNonNull(instant, "instant");
    if (!instant.equals(edgeBefore(instant))) {
      throw new IllegalArgumentException("a tick lies on a quarter-hour edge, not at " + instant);
    }
    if (previous != null && !previous.isBefore(instant)) {
      throw new IllegalArgumentException(
          "a tick never steps back: " + previous + " before " + instant);
    }
  }

  /// The last quarter-hour edge at or before an instant.
  public static Instant edgeBefore(Instant instant) {
    long quarter = QUARTER.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), quarter) * quarter);
  }
}
