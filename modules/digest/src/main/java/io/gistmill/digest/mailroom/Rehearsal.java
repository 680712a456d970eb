package io.gistmill.digest.mailroom;

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
import java.util.List;
import java.util.Optional;
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

    /// @param same false where it says something else than the one that went out
    record Made(Digest digest, boolean same) implements Answer {}

    /// Nothing is sent at this cut.
    record Nothing(Instant cut) implements Answer {}

    /// @param reason and what to do
    record Refused(String reason) implements Answer {}

    /// Not among the subscribers of these tables.
    record Elsewhere() implements Answer {}
  }

  /// The digest of the first cut at or after an instant, if nothing new arrives until then.
  ///
  /// @param at null for the next cut
  public Answer preview(String subscription, @Nullable Instant at) {
    Standing standing = subscriptions.get(subscription);
    if (standing == null) {
      return new Answer.Elsewhere();
    }
    var due = new DueIndex(tables.due());
    due.put(standing);
    standing = settled(standing, due);
    if (standing == null) {
      return new Answer.Refused(subscription + " ends before its next cut; nothing will be sent");
    }
    Instant wanted = at == null ? standing.nextCut() : at;
    return wanted.isAfter(standing.lastCut().plus(Horizon.LENGTH))
        ? new Answer.Refused(
            "ask for a time within 28 days after the last cut, " + standing.lastCut())
        : made(cutFrom(standing, wanted), due);
  }

  /// A change that waits takes effect at the first cut after the tick that follows it.
  private @Nullable Standing settled(Standing standing, DueIndex due) {
    Subscription subscription = standing.subscription();
    Subscribed change = changes.get(Subscribers.key(subscription.subscriber()));
    Instant nextTick = nextTick(standing);
    if (change == null || !standing.nextCut().isAfter(nextTick)) {
      return standing;
    }
    var settling = new Subscribers(tables, due, shown);
    settling.note(change);
    settling.settleOne(nextTick);
    return subscriptions.get(subscription.id());
  }

  private Instant nextTick(Standing standing) {
    Progress now = progress.get(CurrentProgress.KEY);
    Instant last = now == null || now.lastTick() == null ? standing.lastCut() : now.lastTick();
    return last.plus(Tick.QUARTER);
  }

  private static Instant cutFrom(Standing standing, Instant wanted) {
    Cadence cadence = standing.subscription().cadence();
    Instant cut = standing.nextCut();
    while (cut.isBefore(wanted)) {
      cut = cadence.cutAfter(cut, standing.subscription().zone());
    }
    return cut;
  }

  private Answer made(Instant cut, DueIndex due) {
    var cuts = new DueCuts(due, subscriptions, stories, windows, newsroom);
    var decisions = new ArrayList<Decision<DigestEvent>>();
    Instant edge = Tick.edgeBefore(cut);
    Tick tick = new Tick(edge.equals(cut) ? edge : edge.plus(Tick.QUARTER), null, true);
    boolean more = true;
    while (more) {
      more = cuts.makeOne(tick, decisions::add);
    }
    return last(decisions)
        .filter(digest -> digest.cut().equals(cut))
        .<Answer>map(digest -> new Answer.Made(digest, true))
        .orElseGet(() -> new Answer.Nothing(cut));
  }

  private static Optional<Digest> last(List<Decision<DigestEvent>> decisions) {
    return decisions.stream()
        .map(Decision::value)
        .flatMap(
            event ->
                event instanceof DigestEvent.Made(Digest digest)
                    ? Optional.of(digest).stream()
                    : Optional.<Digest>empty().stream())
        .reduce((first, second) -> second);
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
    Instant kept = nextTick(standing).minus(Horizon.LENGTH);
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
