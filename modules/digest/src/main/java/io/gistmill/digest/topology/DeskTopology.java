package io.gistmill.digest.topology;

import io.gistmill.contracts.JsonSerde;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.streams.MachineSupplier;
import io.gistmill.runtime.streams.Measures;
import io.gistmill.runtime.streams.StateStores;
import io.gistmill.runtime.streams.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/// Brings all partitions of `tagged` to one desk, and what it decides to `stories`.
///
/// One partition on purpose: whether two posts tell one story is a global matter. The records of
/// each partition of `tagged` keep their order on the way; between partitions any order will do,
/// since the desk waits for their ticks.
public final class DeskTopology {

  private static final String TICKS = "desk-ticks";
  private static final String DUE = "desk-due";
  private static final String BUFFERED = "desk-buffered";
  private static final String PENDING = "desk-pending";
  private static final String POSTS = "desk-posts";
  private static final String TOLD = "desk-told";
  private static final String STORIES = "desk-stories";
  private static final String ALIASES = "desk-aliases";
  private static final String BANDS = "desk-bands";
  private static final String LINKS = "desk-links";
  private static final String NAMES = "desk-names";
  private static final String MEANINGS = "desk-meanings";
  private static final String AUTHORS = "desk-authors";
  private static final String WRITTEN = "desk-written";

  private DeskTopology() {}

  public static Topology build(Topics topics) {
    return build(topics, System::nanoTime);
  }

  /// @param nanoClock measures slices; says when to pause, never what to decide
  static Topology build(Topics topics, LongSupplier nanoClock) {
    var builder = new StreamsBuilder();
    var tagged = topics.tagged();
    var stories = topics.stories();
    builder.stream(
            tagged.name(), Consumed.with(tagged.keys(), tagged.values()).withName("read-tagged"))
        .repartition(
            Repartitioned.<String, TaggedEvent>as("to-one-desk")
                .withKeySerde(tagged.keys())
                .withValueSerde(tagged.values())
                .withNumberOfPartitions(1))
        .process(
            new MachineSupplier<TaggedEvent, StoryEvent>(stores(), DeskTopology::desk, nanoClock)
                .measuring(new Measures<>(DeskTopology::tick, Measures::nameOf)),
            Named.as("fold-stories"))
        .to(
            stories.name(),
            Produced.with(stories.keys(), stories.values()).withName("write-stories"));
    return builder.build();
  }

  private static Optional<Instant> tick(TaggedEvent event) {
    return event instanceof TaggedEvent.Ticked ticked
        ? Optional.of(ticked.tick().tick().instant())
        : Optional.empty();
  }

  private static Desk desk(TaskContext task) {
    return new Desk(
        new DeskTables(
            task.table(TICKS),
            task.table(DUE),
            task.table(BUFFERED),
            task.table(PENDING),
            task.table(POSTS),
            task.table(TOLD),
            task.table(STORIES),
            task.table(ALIASES),
            task.table(BANDS),
            task.table(LINKS),
            task.table(NAMES),
            task.table(MEANINGS),
            task.table(AUTHORS),
            task.table(WRITTEN)));
  }

  private static List<StoreBuilder<?>> stores() {
    return List.of(
        StateStores.inMemory(TICKS, new JsonSerde<>(PartitionTick.class)),
        StateStores.inMemory(DUE, new JsonSerde<>(Tick.class)),
        onDisk(BUFFERED, DeskTables.Buffered.class),
        onDisk(PENDING, DeskTables.Pending.class),
        onDisk(POSTS, DeskTables.KnownPost.class),
        onDisk(TOLD, StoryPost.class),
        onDisk(STORIES, DeskTables.KnownStory.class),
        onDisk(ALIASES, DeskTables.KnownAlias.class),
        onDisk(BANDS, DeskTables.Band.class),
        onDisk(LINKS, DeskTables.LinkUses.class),
        onDisk(NAMES, DeskTables.Mentions.class),
        onDisk(MEANINGS, DeskTables.Mentions.class),
        onDisk(AUTHORS, DeskTables.AuthorPosts.class),
        onDisk(WRITTEN, DeskTables.Written.class));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> onDisk(String name, Class<V> type) {
    return StateStores.onDisk(name, new JsonSerde<>(type));
  }
}
