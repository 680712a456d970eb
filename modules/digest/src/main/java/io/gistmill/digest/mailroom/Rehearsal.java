package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes digests without sending them: one that is yet to come, or one that went out, by the same
/// rules and over the same tables as the mailroom, to which nothing is written.
///
/// Where the mailroom is at work at the same moment, an answer may lie between two of its steps;
/// asked again, it is right. One rehearsal answers one question.
public final class Rehearsal {

  private final Overlay<Standing> subscriptions;
  private final Overlay<Subscribed> pending;
  private final Overlay<Subscribed> subscribers;
  private final Table<Progress> progress;
  private final Table<Subscribed> changes;
  private final MailroomTables tables;
  private final Table<StoryEvent> stories;
  private final ShownDigests shown;
  private final Windows windows;
  private final Newsroom newsroom;

  /// @param tables of one or more mailrooms, for reading
  /// @param stories their copy of the stories
  public Rehearsal(MailroomTables tables, Table<StoryEvent> stories) {
    this.subscriptions = new Overlay<>(tables.subscriptions());
    this.subscribers = new Overlay<>(tables.subscribers());
    this.pending = new Overlay<>(null);
    this.progress = tables.progress();
    this.changes = tables.pending();
    this.stories = stories;
    ShownTables own = tables.shown();
    var overlaid =
        new ShownTables(
            new Overlay<>(own.pages()),
            new Overlay<>(own.issued()),
            new Overlay<>(own.weeks()),
            new Overlay<>(own.owed()),
            new Overlay<>(own.aliases()));
    this.tables =
        new MailroomTables(
            tables.inbox(),
            pending,
            subscribers,
            subscriptions,
            new Overlay<>(null),
            progress,
            overlaid);
    this.shown = new ShownDigests(overlaid);
    this.windows = new Windows(stories, new KnownAliases(overlaid.aliases()));
    this.newsroom = new Newsroom(shown, new Siblings(subscribers));
  }

  /// What comes of a question.
  public sealed interface Answer {

    /// One that went out, made again.
    ///
    /// @param same false where it says something else than the one that went out
    record Made(Digest digest, boolean same) implements Answer {}

    /// One that is yet to come.
    ///
    /// @param asOf the end of the last quarter-hour whose posts are in it
    record Foreseen(Digest digest, Instant asOf) implements Answer {}

    /// Nothing is sent at this cut.
    ///
    /// @param asOf the end of the last quarter-hour whose posts were looked at
    record Nothing(Instant cut, Instant asOf) implements Answer {}

    /// It is new, and there was no tick yet from which it could begin.
    record Begins() implements Answer {}

    /// @param reason and what to do
    record Refused(String reason) implements Answer {}

    /// Not among the subscribers of these tables.
    record Elsewhere() implements Answer {}
  }

  /// The digest of the first cut at or after an instant, if nothing is told from now on.
  ///
  /// The desk tells of posts when their quarter-hour has ended. Posts of the present one are
  /// therefore not in it.
  ///
  /// @param at null for the next cut
  public Answer preview(String subscription, @Nullable Instant at) {
    Instant asOf = toldUntil();
    Subscribed change = changeOf(subscription);
    if (subscriptions.get(subscription) == null && change == null) {
      return new Answer.Elsewhere();
    }
    if (asOf == null) {
      return new Answer.Begins();
    }
    var due = new DueIndex(tables.due());
    Standing standing = settled(subscription, change, asOf, due);
    if (standing == null) {
      return new Answer.Refused(subscription + " ends before its next cut; nothing will be sent");
    }
    Instant wanted = at == null ? standing.nextCut() : at;
    return wanted.isAfter(standing.lastCut().plus(Horizon.LENGTH))
        ? new Answer.Refused(
            "ask for a time within 28 days after the last cut, " + standing.lastCut())
        : made(standing, cutFrom(standing, wanted), asOf, due);
  }

  /// Up to which tick the copy of the stories is complete, null before the first.
  private @Nullable Instant toldUntil() {
    return stories.get(StoryKeys.TICK) instanceof StoryEvent.Ticked(Tick last)
        ? last.instant()
        : null;
  }

  /// The change that waits for a subscription, or that brings it.
  private @Nullable Subscribed changeOf(String subscription) {
    Standing standing = subscriptions.get(subscription);
    return standing == null
        ? Subscribers.waiting(changes, subscription)
        : changes.get(Subscribers.key(standing.subscription().subscriber()));
  }

  /// A change that waits takes effect at the first cut after the tick that follows it.
  private @Nullable Standing settled(
      String id, @Nullable Subscribed change, Instant asOf, DueIndex due) {
    Standing standing = subscriptions.get(id);
    if (standing != null) {
      due.put(standing);
    }
    Instant nextTick = lastTick(asOf).plus(Tick.QUARTER);
    if (change != null && (standing == null || standing.nextCut().isAfter(nextTick))) {
      var settling = new Subscribers(tables, due, shown);
      settling.note(change);
      settling.settleOne(nextTick);
    }
    return subscriptions.get(id);
  }

  private Instant lastTick(Instant otherwise) {
    Progress now = progress.get(CurrentProgress.KEY);
    return now == null || now.lastTick() == null ? otherwise : now.lastTick();
  }

  private static Instant cutFrom(Standing standing, Instant wanted) {
    Cadence cadence = standing.subscription().cadence();
    Instant cut = standing.nextCut();
    while (cut.isBefore(wanted)) {
      cut = cadence.cutAfter(cut, standing.subscription().zone());
    }
    return cut;
  }

  private Answer made(Standing standing, Instant cut, Instant asOf, DueIndex due) {
    var cuts = new DueCuts(due, subscriptions, stories, windows, newsroom);
    var decisions = new ArrayList<Decision<DigestEvent>>();
    Instant edge = Tick.edgeBefore(cut);
    Tick tick = new Tick(edge.equals(cut) ? edge : edge.plus(Tick.QUARTER), null, true);
    boolean more = true;
    while (more) {
      more = cuts.makeOne(tick, decisions::add);
    }
    return decisions.stream()
        .flatMap(Rehearsal::digest)
        .filter(digest -> isOf(standing.subscription(), cut, digest))
        .findFirst()
        .<Answer>map(digest -> new Answer.Foreseen(digest, asOf))
        .orElseGet(() -> new Answer.Nothing(cut, asOf));
  }

  private static Stream<Digest> digest(Decision<DigestEvent> decision) {
    return decision.value() instanceof DigestEvent.Made(Digest digest)
        ? Stream.of(digest)
        : Stream.empty();
  }

  /// A change makes all of a subscriber's subscriptions due, not only the one asked for.
  private static boolean isOf(Subscription subscription, Instant cut, Digest digest) {
    return digest.cut().equals(cut) && digest.subscription().id().equals(subscription.id());
  }

  /// A digest that went out, made again from what is still kept.
  ///
  /// @param id of the digest
  public Answer rebuild(String id) {
    DigestId parts = DigestId.parse(id);
    if (parts == null) {
      return new Answer.Refused(
          "a digest's id is that of its subscription and its cut, such as"
              + " reader-1.20250305T1600Z, unlike: "
              + id);
    }
    Standing standing = subscriptions.get(parts.subscription());
    if (standing == null) {
      return new Answer.Elsewhere();
    }
    Issued issued = shown.issued(parts.subscription(), parts.cut());
    return issued == null ? new Answer.Refused(notKept(id)) : rebuilt(standing, parts, issued);
  }

  private Answer rebuilt(Standing standing, DigestId parts, Issued issued) {
    Instant kept = lastTick(standing.lastCut()).plus(Tick.QUARTER).minus(Horizon.LENGTH);
    if (issued.from().isBefore(kept)) {
      return new Answer.Refused(
          "its window begins before "
              + kept
              + ", and posts are kept for 28 days; replay the archive");
    }
    Subscription subscription = standing.subscription();
    WindowPosts posts = read(new Window(issued.from(), parts.cut()), subscription);
    Choice choice = Selecting.choose(posts, subscription);
    Draft draft = newsroom.draft(subscription, posts, choice, new Owed(issued.owed()));
    Digest digest = posts.making().digest(draft);
    return new Answer.Made(digest, digest.contentHash().equals(issued.contentHash()));
  }

  private WindowPosts read(Window window, Subscription subscription) {
    WindowPosts posts = null;
    while (posts == null) {
      posts = windows.read(window);
    }
    boolean prepared = false;
    while (!prepared) {
      prepared = posts.prepare(PostRules.of(subscription));
    }
    return posts;
  }

  private static String notKept(String id) {
    return "no digest "
        + id
        + " was made in the last 35 days; see `gistmill deliveries list` for those that were";
  }
}
