package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Makes the cuts that a tick made due, one small piece at a time, in the order (cut, subscription
/// id).
final class DueCuts {

  private final DueIndex due;
  private final Table<Standing> subscriptions;
  private final Table<StoryEvent> stories;
  private final Windows windows;
  private final Newsroom newsroom;

  DueCuts(
      DueIndex due,
      Table<Standing> subscriptions,
      Table<StoryEvent> stories,
      Windows windows,
      Newsroom newsroom) {
    this.due = due;
    this.subscriptions = subscriptions;
    this.stories = stories;
    this.windows = windows;
    this.newsroom = newsroom;
  }

  /// Does one piece of work on the first due cut.
  ///
  /// @return false when no cut is due
  boolean makeOne(Tick tick, Consumer<Decision<DigestEvent>> decisions) {
    String id = due.firstUpTo(tick.instant());
    if (id == null) {
      return false;
    }
    Standing standing = Objects.requireNonNull(subscriptions.get(id), id);
    Instant cut = cutToMake(standing, tick);
    if (cut.equals(standing.nextCut())) {
      make(standing, tick, decisions);
    } else {
      replace(standing, standing.cutAt(cut));
    }
    return true;
  }

  /// Where nobody watched the clock, the last of the cuts stands for all of them.
  private static Instant cutToMake(Standing standing, Tick tick) {
    Instant next = standing.nextCut();
    Instant previous = tick.previous();
    boolean watched = tick.watched() || (previous != null && !next.isAfter(previous));
    return watched ? next : Cuts.lastUpTo(tick.instant(), next, standing.subscription());
  }

  private void make(Standing standing, Tick tick, Consumer<Decision<DigestEvent>> decisions) {
    WindowPosts posts = windows.read(standing.window());
    if (posts == null) {
      return;
    }
    Digest digest = newsroom.issue(standing.subscription(), posts);
    if (digest != null) {
      decisions.accept(new Decision<>(digest.id(), new DigestEvent.Made(digest)));
    }
    Instant quietUntil = posts.isEmpty() ? nextBucket(standing, tick) : standing.nextCut();
    replace(standing, afterQuiet(standing, quietUntil));
  }

  /// Passes over the cuts of a stretch without posts: they would make no digests.
  private static Standing afterQuiet(Standing made, Instant quietUntil) {
    Instant lastCut = Cuts.lastUpTo(quietUntil, made.nextCut(), made.subscription());
    return Standing.after(made.subscription(), lastCut, lastCut);
  }

  private Instant nextBucket(Standing standing, Tick tick) {
    String from = StoryKeys.revisionsFrom(standing.nextCut());
    String to = StoryKeys.revisionsFrom(tick.instant());
    Map.Entry<String, StoryEvent> first = stories.first(from, to);
    return first != null && first.getValue() instanceof StoryEvent.Revised revised
        ? revised.bucket()
        : tick.instant();
  }

  private void replace(Standing old, Standing next) {
    due.remove(old);
    due.put(next);
    subscriptions.put(next.subscription().id(), next);
  }
}
