package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Makes the cuts that a tick made due, one small piece at a time, in the order (cut, subscription
/// id): the posts of a window are read, the subscription selects among them, what is chosen is
/// edited, and the digest is written.
final class DueCuts {

  /// More than the weeks that a week is compared with.
  private static final Duration COMPARED = Duration.ofDays(28);

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
    if (!cut.equals(standing.nextCut())) {
      replace(standing, standing.cutAt(cut));
    } else if (standing.subscription().preferences().paused()) {
      replace(standing, passedOver(standing, tick.instant()));
    } else {
      make(standing, tick, decisions);
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
    Subscription subscription = standing.subscription();
    WindowPosts posts = windows.read(standing.window());
    if (posts == null || !posts.prepare(PostRules.of(subscription))) {
      return;
    }
    Draft draft = newsroom.draft(subscription, posts, Selecting.choose(posts, subscription));
    if (draft.isEmpty() && !sendsEmpty(subscription)) {
      newsroom.leave(draft);
    } else {
      Digest digest = newsroom.issue(draft, posts);
      decisions.accept(new Decision<>(digest.id(), new DigestEvent.Made(digest)));
    }
    boolean quiet = posts.isEmpty() && !sendsEmpty(subscription);
    replace(
        standing, passedOver(standing, quiet ? quietUntil(standing, tick) : standing.nextCut()));
  }

  /// A quarter-hour without news is none that a reader wants to hear of.
  private static boolean sendsEmpty(Subscription subscription) {
    return subscription.preferences().sendEmpty()
        && !(subscription.cadence() instanceof Cadence.QuarterHourly);
  }

  /// The last empty weeks are counted like others, for those after them to be compared with.
  private Instant quietUntil(Standing standing, Tick tick) {
    Instant next = nextBucket(standing, tick);
    boolean weekly = standing.subscription().cadence() instanceof Cadence.Weekly;
    Instant until = weekly ? next.minus(COMPARED) : next;
    return until.isBefore(standing.nextCut()) ? standing.nextCut() : until;
  }

  /// Behind the next cut, and behind all further ones up to an instant, which would make no
  /// digests.
  private static Standing passedOver(Standing made, Instant quietUntil) {
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
