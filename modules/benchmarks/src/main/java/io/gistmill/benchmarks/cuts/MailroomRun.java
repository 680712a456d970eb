package io.gistmill.benchmarks.cuts;

import io.gistmill.benchmarks.DiskTable;
import io.gistmill.contracts.JsonSerde;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.editorial.ShownPage;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.digest.mailroom.Issued;
import io.gistmill.digest.mailroom.Mailroom;
import io.gistmill.digest.mailroom.MailroomTables;
import io.gistmill.digest.mailroom.Owed;
import io.gistmill.digest.mailroom.Progress;
import io.gistmill.digest.mailroom.ShownTables;
import io.gistmill.digest.mailroom.Standing;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One mailroom with tables on disk. What it decides is turned into bytes, counted and dropped.
final class MailroomRun implements AutoCloseable {

  private final Path folder;
  private final List<DiskTable<?>> tables = new ArrayList<>();
  private final JsonSerde<DigestEvent> digests = new JsonSerde<>(DigestEvent.class);
  private final Mailroom mailroom;
  private long made;
  private long bytes;

  MailroomRun(Path folder, Table<StoryEvent> stories, int from, int of) {
    this.folder = folder;
    this.mailroom =
        new Mailroom(
            new MailroomTables(
                table("inbox", SubscriptionEvent.class),
                table("pending", SubscriptionEvent.Subscribed.class),
                table("subscribers", SubscriptionEvent.Subscribed.class),
                table("subscriptions", Standing.class),
                table("due", String.class),
                table("progress", Progress.class),
                new ShownTables(
                    table("pages", ShownPage.class),
                    table("issued", Issued.class),
                    table("weeks", WeekCounts.class),
                    table("owed", Owed.class),
                    table("aliases", String.class))),
            stories,
            from,
            of);
  }

  private <V> Table<V> table(String name, Class<V> type) {
    var table = new DiskTable<>(folder.resolve(name), type);
    tables.add(table);
    return table;
  }

  long made() {
    return made;
  }

  long bytes() {
    return bytes;
  }

  void accept(SubscriptionEvent event) {
    mailroom.accept(event, this::take);
    mailroom.work(() -> true, this::take);
  }

  private void take(Decision<DigestEvent> decision) {
    bytes += digests.serializer().serialize("digests", decision.value()).length;
    made += decision.value() instanceof DigestEvent.Made ? 1 : 0;
  }

  /// Every tick of a stretch of time, one after another.
  void ticks(Instant after, Instant upTo) {
    for (Instant now = after; now.isBefore(upTo); now = now.plus(Tick.QUARTER)) {
      accept(new SubscriptionEvent.Ticked(new Tick(now.plus(Tick.QUARTER), now, true)));
    }
  }

  /// Lets a copy of the stories be complete for a long time.
  static void complete(Table<StoryEvent> stories, Instant instant) {
    Tick tick = new Tick(instant.plus(Duration.ofDays(365)), instant, true);
    stories.put(StoryKeys.TICK, new StoryEvent.Ticked(tick));
  }

  @Override
  public void close() {
    tables.forEach(DiskTable::close);
  }
}
