package io.gistmill.producer.clock;

import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which tick comes next. Plain state: whoever runs it asks again and again with the
/// present time and writes what it gets.
///
/// A tick is watched when no quarter-hour edge passed unseen between it and the one before: not
/// after a clock took over late, and not after a machine slept over an edge.
public final class Clock {

  /// The most ticks that are given at once; more follow with the next question.
  private static final int MOST = 96;

  private @Nullable Tick last;
  private @Nullable Instant since;
  private @Nullable Instant asked;

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

  /// Goes on behind this tick, for one that does not know whether its last ticks came to stand on
  /// the log. What it has watched since it took over stays watched.
  ///
  /// @param last the last tick on the log, read after every earlier writer has been fenced
  public void resume(@Nullable Tick last) {
    this.last = last;
  }

  /// The tick that is due now, if any. Never steps back, whatever the machine's time does.
  public Optional<Tick> at(Instant now) {
    Instant edge = Tick.edgeBefore(now);
    if (since == null) {
      since = now;
    }
    asked = now;
    if (last != null && !edge.isAfter(last.instant())) {
      return Optional.empty();
    }
    last = next(edge, since);
    return Optional.of(last);
  }

  /// The ticks that are due now, in order; for time that runs faster than it can be asked.
  ///
  /// @param stride when no more time than this went by since the last question, each edge in
  ///   between counts as watched and gets its own tick
  public List<Tick> due(Instant now, Duration stride) {
    var ticks = new ArrayList<Tick>();
    if (isWithin(stride, now)) {
      for (Instant edge = nextEdge(); edge.isBefore(now) && ticks.size() < MOST; ) {
        at(edge).ifPresent(ticks::add);
        edge = nextEdge();
      }
    }
    if (ticks.size() < MOST) {
      at(now).ifPresent(ticks::add);
    }
    return ticks;
  }

  private boolean isWithin(Duration stride, Instant now) {
    return last != null
        && since != null
        && asked != null
        && since.isBefore(nextEdge())
        && Duration.between(asked, now).compareTo(stride) <= 0;
  }

  private Instant nextEdge() {
    return last == null ? Instant.MAX : last.instant().plus(Tick.QUARTER);
  }

  private Tick next(Instant edge, Instant watchedSince) {
    if (last == null) {
      return new Tick(edge, null, true);
    }
    boolean nextEdge = edge.equals(last.instant().plus(Tick.QUARTER));
    return new Tick(edge, last.instant(), nextEdge && watchedSince.isBefore(edge));
  }
}
