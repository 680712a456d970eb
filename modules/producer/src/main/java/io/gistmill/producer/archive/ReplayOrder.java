package io.gistmill.producer.archive;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The events of a replay: posts by (published, ordinal), and a tick before the first post of each
/// quarter-hour, so that every post is admitted in the quarter-hour in which it was published.
///
/// Where no post comes for more than [#SETTLED], one tick more is written then: by it every window
/// that holds a post has been cut, whether days or decades are jumped over next.
///
/// Lazy: one post is in memory at a time.
public final class ReplayOrder implements Iterator<PostEvent> {

  /// Longer than the longest window, which is a week, also when the clocks change.
  public static final Duration SETTLED = Duration.ofDays(8);

  private final PostSpool spool;
  private final Iterator<PostSpool.Entry> entries;
  private final Deque<Instant> closing;
  private PostSpool.@Nullable Entry next;
  private @Nullable Instant lastTick;
  private boolean settled;

  private ReplayOrder(PostSpool spool, List<PostSpool.Entry> inTime, List<Instant> closing) {
    this.spool = spool;
    this.entries = inTime.iterator();
    this.closing = new ArrayDeque<>(closing);
    this.next = entries.hasNext() ? entries.next() : null;
  }

  /// @param closing the ticks after the last post, rising quarter-hour edges: what makes the last
  ///   windows close; may be empty
  /// @throws IllegalArgumentException when a closing tick is no quarter-hour edge or does not come
  ///   after all that stands before it
  public static ReplayOrder of(PostSpool spool, List<Instant> closing) {
    List<PostSpool.Entry> inTime = spool.inTime();
    Instant before = inTime.isEmpty() ? null : Tick.edgeBefore(inTime.getLast().published());
    for (Instant edge : closing) {
      checkEdge(edge, before);
      before = edge;
    }
    return new ReplayOrder(spool, inTime, closing);
  }

  private static void checkEdge(Instant edge, @Nullable Instant before) {
    if (!edge.equals(Tick.edgeBefore(edge))) {
      throw new IllegalArgumentException(
          "a closing tick lies on a quarter-hour edge, not at " + edge);
    }
    if (before != null && !edge.isAfter(before)) {
      throw new IllegalArgumentException(
          "a closing tick comes after " + before + ", the last tick before it, not at " + edge);
    }
  }

  @Override
  public boolean hasNext() {
    return next != null || !closing.isEmpty();
  }

  @Override
  public PostEvent next() {
    PostSpool.Entry entry = next;
    if (entry == null) {
      return closingTick();
    }
    Instant edge = Tick.edgeBefore(entry.published());
    if (!edge.equals(lastTick)) {
      return tickTowards(edge);
    }
    settled = false;
    next = entries.hasNext() ? entries.next() : null;
    return new PostEvent.Posted(spool.post(entry));
  }

  private PostEvent closingTick() {
    if (closing.isEmpty()) {
      throw new NoSuchElementException("the replay is over");
    }
    PostEvent tick = tickTowards(closing.element());
    if (closing.element().equals(lastTick)) {
      closing.remove();
    }
    return tick;
  }

  private PostEvent tickTowards(Instant edge) {
    if (lastTick != null && !settled && lastTick.plus(SETTLED).isBefore(edge)) {
      settled = true;
      return tick(lastTick.plus(SETTLED));
    }
    return tick(edge);
  }

  private PostEvent tick(Instant edge) {
    var tick = new Tick(edge, lastTick, true);
    lastTick = edge;
    return new PostEvent.Ticked(tick);
  }
}
