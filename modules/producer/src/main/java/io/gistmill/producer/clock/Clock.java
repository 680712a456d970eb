package io.gistmill.producer.clock;

import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which tick comes next. Plain state: whoever runs it asks again and again with the
/// present time and writes what it gets.
///
/// A tick is watched when no quarter-hour edge passed unseen between it and the one before: not
/// after a clock took over late, and not after a machine slept over an edge.
public final class Clock {

  private @Nullable Tick last;
  private boolean watching;

  private Clock(@Nullable Tick last) {
    this.last = last;
  }

  /// A clock that takes over.
  ///
  /// @param last the last tick on the log, read after every predecessor has been fenced; null when
  ///   there is none yet
  public static Clock after(@Nullable Tick last) {
    return new Clock(last);
  }

  /// The tick that is due now, if any. Never steps back, whatever the machine's time does.
  public Optional<Tick> at(Instant now) {
    Instant edge = Tick.edgeBefore(now);
    boolean seen = watching;
    watching = true;
    if (last != null && !edge.isAfter(last.instant())) {
      return Optional.empty();
    }
    last = next(edge, seen);
    return Optional.of(last);
  }

  private Tick next(Instant edge, boolean seen) {
    if (last == null) {
      return new Tick(edge, null, true);
    }
    boolean nextEdge = edge.equals(last.instant().plus(Tick.QUARTER));
    return new Tick(edge, last.instant(), seen && nextEdge);
  }
}
