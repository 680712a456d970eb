package io.gistmill.digest.topology;

import io.gistmill.contracts.JsonSerde;
import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topics;
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
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.streams.GlobalCopy;
import io.gistmill.runtime.streams.MachineSupplier;
import io.gistmill.runtime.streams.Measures;
import io.gistmill.runtime.streams.StateStores;
import io.gistmill.runtime.streams.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/// Brings each partition of `subscriptions` to a mailroom of its own, with a copy of all stories at
/// hand, and what it decides to `digests`.
///
/// A digest goes to the partition of its subscriber, a tick to the partition that it was read from,
/// so that a reader of one partition sees every digest before the tick that made it due.
public final class MailroomTopology {

  /// The store that holds the copy of all stories.
  public static final String STORIES = "mailroom-stories";

  static final String INBOX = "mailroom-inbox";
  static final String PENDING = "mailroom-pending";
  static final String SUBSCRIBERS = "mailroom-subscribers";
  static final String SUBSCRIPTIONS = "mailroom-subscriptions";
  static final String DUE = "mailroom-due";
  static final String PROGRESS = "mailroom-progress";
  static final String PAGES = "mailroom-pages";
  static final String ISSUED = "mailroom-issued";
  static final String WEEKS = "mailroom-weeks";
  static final String OWED = "mailroom-owed";
  static final String ALIASES = "mailroom-aliases";

  private MailroomTopology() {}

  public static Topology build(Topics topics) {
    return build(topics, System::nanoTime);
  }

  /// @param nanoClock measures slices; says when to pause, never what to decide
  static Topology build(Topics topics, LongSupplier nanoClock) {
    var builder = new StreamsBuilder();
    copyStories(topics, builder);
    var subscriptions = topics.subscriptions();
    var digests = topics.digests();
    int of = subscriptions.partitions();
    builder.stream(
            subscriptions.name(),
            Consumed.with(subscriptions.keys(), subscriptions.values())
                .withName("read-subscriptions"))
        .mapValues(MailroomTopology::forgetting, Named.as("read-tombstones"))
        .process(
            new MachineSupplier<SubscriptionEvent, DigestEvent>(
                    stores(), task -> mailroom(task, of), nanoClock)
                .measuring(new Measures<>(MailroomTopology::tick, Measures::nameOf)),
            Named.as("cut-digests"))
        .to(
            digests.name(),
            Produced.with(digests.keys(), digests.values())
                .withStreamPartitioner(MailroomTopology::partition)
                .withName("write-digests"));
    return builder.build();
  }

  private static Optional<Instant> tick(SubscriptionEvent event) {
    return event instanceof SubscriptionEvent.Ticked ticked
        ? Optional.of(ticked.tick().instant())
        : Optional.empty();
  }

  private static void copyStories(Topics topics, StreamsBuilder builder) {
    var stories = topics.stories();
    builder.addGlobalStore(
        StateStores.onDisk(STORIES, stories.values()).withLoggingDisabled(),
        stories.name(),
        Consumed.with(stories.keys(), stories.values()).withName("copy-stories"),
        () -> new GlobalCopy<>(STORIES));
  }

  private static Optional<Set<Integer>> partition(
      String topic, String key, DigestEvent event, int partitions) {
    int partition =
        switch (event) {
          case DigestEvent.Made(var digest) ->
              Partitions.of(digest.subscription().subscriber(), partitions);
          case DigestEvent.Ticked(PartitionTick tick) -> tick.from();
        };
    return Optional.of(Set.of(partition));
  }

  /// A tombstone forgets a subscriber with all subscriptions.
  private static SubscriptionEvent forgetting(
      String subscriber, @Nullable SubscriptionEvent event) {
    return event == null ? new SubscriptionEvent.Subscribed(subscriber, List.of()) : event;
  }

  private static Mailroom mailroom(TaskContext task, int of) {
    var tables =
        new MailroomTables(
            task.table(INBOX),
            task.table(PENDING),
            task.table(SUBSCRIBERS),
            task.table(SUBSCRIPTIONS),
            task.table(DUE),
            task.table(PROGRESS),
            shown(task));
    return new Mailroom(tables, task.copy(STORIES), task.partition(), of);
  }

  private static ShownTables shown(TaskContext task) {
    return new ShownTables(
        task.table(PAGES),
        task.table(ISSUED),
        task.table(WEEKS),
        task.table(OWED),
        task.table(ALIASES));
  }

  private static List<StoreBuilder<?>> stores() {
    var changes = new JsonSerde<>(SubscriptionEvent.Subscribed.class);
    return List.of(
        StateStores.onDisk(INBOX, new JsonSerde<>(SubscriptionEvent.class)),
        StateStores.onDisk(PENDING, changes),
        StateStores.onDisk(SUBSCRIBERS, changes),
        StateStores.onDisk(SUBSCRIPTIONS, new JsonSerde<>(Standing.class)),
        StateStores.onDisk(DUE, Serdes.String()),
        StateStores.onDisk(PAGES, new JsonSerde<>(ShownPage.class)),
        StateStores.onDisk(ISSUED, new JsonSerde<>(Issued.class)),
        StateStores.onDisk(WEEKS, new JsonSerde<>(WeekCounts.class)),
        StateStores.onDisk(OWED, new JsonSerde<>(Owed.class)),
        StateStores.onDisk(ALIASES, Serdes.String()),
        StateStores.inMemory(PROGRESS, new JsonSerde<>(Progress.class)));
  }
}
