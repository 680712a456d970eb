package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.editorial.ShownPage;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mailroom with tables in memory, a copy of stories to fill, and what it decided so far.
final class Rig {

  final MemoryTable<StoryEvent> stories = new MemoryTable<>();
  final MemoryTable<SubscriptionEvent> inbox = new MemoryTable<>();
  final MemoryTable<SubscriptionEvent.Subscribed> pending = new MemoryTable<>();
  final MemoryTable<SubscriptionEvent.Subscribed> subscribers = new MemoryTable<>();
  final MemoryTable<Standing> subscriptions = new MemoryTable<>();
  final MemoryTable<String> due = new MemoryTable<>();
  final MemoryTable<Progress> progress = new MemoryTable<>();
  final MemoryTable<ShownPage> pages = new MemoryTable<>();
  final MemoryTable<Issued> issued = new MemoryTable<>();
  final MemoryTable<WeekCounts> weeks = new MemoryTable<>();
  final MemoryTable<Owed> owed = new MemoryTable<>();
  final MemoryTable<String> aliases = new MemoryTable<>();

  private final List<Decision<DigestEvent>> committed = new ArrayList<>();
  private final List<Decision<DigestEvent>> open = new ArrayList<>();
  private Mailroom mailroom = restore();

  private Mailroom restore() {
    return new Mailroom(mailroomTables(), stories, 0, 1);
  }

  MailroomTables mailroomTables() {
    var shown = new ShownTables(pages, issued, weeks, owed, aliases);
    return new MailroomTables(inbox, pending, subscribers, subscriptions, due, progress, shown);
  }

  void accept(SubscriptionEvent event) {
    mailroom.accept(event, open::add);
  }

  boolean work(BooleanSupplier goOn) {
    return mailroom.work(goOn, open::add);
  }

  void commit() {
    for (MemoryTable<?> table : tables()) {
      table.commit();
    }
    committed.addAll(open);
    open.clear();
  }

  /// What was not committed is lost; a new mailroom takes over.
  void kill() {
    for (MemoryTable<?> table : tables()) {
      table.rollBack();
    }
    open.clear();
    mailroom = restore();
  }

  private List<MemoryTable<?>> tables() {
    return List.of(
        inbox,
        pending,
        subscribers,
        subscriptions,
        due,
        progress,
        pages,
        issued,
        weeks,
        owed,
        aliases);
  }

  /// Takes an event in and works it off.
  void feed(SubscriptionEvent event) {
    accept(event);
    work(() -> true);
    commit();
  }

  void subscribe(String subscriber, Subscription... wanted) {
    feed(new SubscriptionEvent.Subscribed(subscriber, List.of(wanted)));
  }

  /// Lets the copy of stories reach a tick, and then ticks.
  void tick(Instant instant, @Nullable Instant previous, boolean watched) {
    Tick tick = new Tick(instant, previous, watched);
    copy(new StoryEvent.Ticked(tick));
    feed(new SubscriptionEvent.Ticked(tick));
  }

  void tick(String instant, @Nullable String previous) {
    tick(Instant.parse(instant), previous == null ? null : Instant.parse(previous), true);
  }

  void copy(StoryEvent event) {
    stories.put(StoryKeys.of(event), event);
  }

  /// A story of one quarter-hour.
  void story(String story, String bucket, SamplePost... posts) {
    copy(new StoryEvent.Revised(story, Instant.parse(bucket), SamplePost.posts(posts)));
  }

  List<Decision<DigestEvent>> decisions() {
    return List.copyOf(committed);
  }

  List<Digest> digests() {
    return committed.stream().flatMap(Rig::made).toList();
  }

  private static Stream<Digest> made(Decision<DigestEvent> decision) {
    return decision.value() instanceof DigestEvent.Made(Digest digest)
        ? Stream.of(digest)
        : Stream.empty();
  }
}
