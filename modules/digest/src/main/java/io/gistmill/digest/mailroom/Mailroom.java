package io.gistmill.digest.mailroom;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Makes the digests of one partition of subscribers.
///
/// Events wait in an inbox and are worked off one after another, so that whatever arrives while a
/// tick is at work changes nothing for that tick. A tick makes, in this order: every due cut, by
/// (cut, subscription); the changes of subscriptions that arrived before it; the first digests of
/// new subscriptions; the tick itself, for the readers of the digests.
///
/// Stories are read as of the cut, never as of now: the copy may be further than the tick at work.
/// It must still hold what lies up to a HORIZON before the cut.
///
/// After a roll back of its tables a new instance is needed; what it holds in memory is derived.
public final class Mailroom implements StateMachine<SubscriptionEvent, DigestEvent> {

  private final Inbox inbox;
  private final CurrentProgress progress;
  private final Table<StoryEvent> stories;
  private final DueCuts cuts;
  private final Subscribers subscribers;
  private final ShownDigests shown;
  private final KnownAliases aliases;
  private final int from;
  private final int of;

  /// @param stories the copy of the stories topic, keys by [StoryKeys]; another thread may write to
  ///   it
  /// @param from the partition of subscriptions that this mailroom reads
  /// @param of how many partitions of subscriptions there are
  public Mailroom(MailroomTables tables, Table<StoryEvent> stories, int from, int of) {
    var index = new DueIndex(tables.due());
    this.progress = new CurrentProgress(tables.progress());
    this.inbox = new Inbox(tables.inbox(), progress);
    this.stories = stories;
    this.aliases = new KnownAliases(tables.shown().aliases());
    this.shown = new ShownDigests(tables.shown());
    this.cuts =
        new DueCuts(
            index,
            tables.subscriptions(),
            stories,
            new Windows(stories, aliases),
            new Newsroom(shown, new Siblings(tables.subscribers())));
    this.subscribers = new Subscribers(tables, index, shown);
    this.from = from;
    this.of = of;
  }

  @Override
  public void accept(SubscriptionEvent event, Consumer<Decision<DigestEvent>> decisions) {
    inbox.add(event);
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<DigestEvent>> decisions) {
    while (piece(decisions)) {
      if (!goOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /// Nothing but the copy of the stories can hold an event back.
  @Override
  public boolean waits() {
    return inbox.head() != null;
  }

  /// Does one small piece of work.
  ///
  /// @return false when nothing can be done now
  private boolean piece(Consumer<Decision<DigestEvent>> decisions) {
    return switch (inbox.head()) {
      case null -> false;
      case SubscriptionEvent.Subscribed change -> note(change);
      case SubscriptionEvent.Ticked(Tick tick) -> tickPiece(tick, decisions);
    };
  }

  private boolean note(SubscriptionEvent.Subscribed change) {
    subscribers.note(change);
    inbox.removeHead();
    return true;
  }

  private boolean tickPiece(Tick tick, Consumer<Decision<DigestEvent>> decisions) {
    if (progress.get().knows(tick)) {
      inbox.removeHead();
      return true;
    }
    if (!storiesHold(tick)) {
      return false;
    }
    if (!progress.get().settling()) {
      if (!cuts.makeOne(tick, decisions)) {
        progress.set(progress.get().cutsMade());
      }
      return true;
    }
    // What has just been settled may be due at once; all else that is due has been made.
    if (!subscribers.settleOne(tick.instant())
        && !cuts.makeOne(tick, decisions)
        && !expireOne(tick.instant())) {
      end(tick, decisions);
    }
    return true;
  }

  private void end(Tick tick, Consumer<Decision<DigestEvent>> decisions) {
    var ticked = new DigestEvent.Ticked(new PartitionTick(tick, from, of));
    decisions.accept(new Decision<>(EventKeys.TICK, ticked));
    progress.set(progress.get().ended(tick.instant()));
    inbox.removeHead();
  }

  private boolean expireOne(Instant tick) {
    return shown.expireOne(tick) || aliases.expireOne(tick.minus(ShownDigests.KEPT));
  }

  private boolean storiesHold(Tick tick) {
    Instant complete =
        stories.get(StoryKeys.TICK) instanceof StoryEvent.Ticked(Tick last)
            ? last.instant()
            : Instant.MIN;
    return !complete.isBefore(tick.instant());
  }
}
