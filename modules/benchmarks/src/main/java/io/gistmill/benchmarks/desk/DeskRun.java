package io.gistmill.benchmarks.desk;

import io.gistmill.benchmarks.DiskTable;
import io.gistmill.contracts.JsonSerde;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// One desk with tables on disk. What it decides is turned into bytes, counted and dropped.
final class DeskRun implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final List<DiskTable<?>> tables = new ArrayList<>();
  private final JsonSerde<StoryEvent> revisions = new JsonSerde<>(StoryEvent.class);
  private final Set<String> stories = new HashSet<>();
  private final Desk desk;
  private long nanos;
  private long bytes;

  DeskRun(Path folder) {
    this.folder = folder;
    this.desk =
        new Desk(
            new DeskTables(
                table("ticks", PartitionTick.class),
                table("due", Tick.class),
                table("buffered", DeskTables.Buffered.class),
                table("pending", DeskTables.Pending.class),
                table("posts", DeskTables.KnownPost.class),
                table("told", StoryPost.class),
                table("stories", DeskTables.KnownStory.class),
                table("aliases", DeskTables.KnownAlias.class),
                table("bands", DeskTables.Band.class),
                table("links", DeskTables.LinkUses.class),
                table("names", DeskTables.Mentions.class),
                table("meanings", DeskTables.Mentions.class),
                table("authors", DeskTables.AuthorPosts.class),
                table("written", DeskTables.Written.class)));
  }

  private <V> Table<V> table(String name, Class<V> type) {
    var table = new DiskTable<>(folder.resolve(name), type);
    tables.add(table);
    return table;
  }

  void accept(TaggedEvent event) {
    long begun = THREADS.getCurrentThreadCpuTime();
    desk.accept(event, this::take);
    desk.work(() -> true, this::take);
    nanos += THREADS.getCurrentThreadCpuTime() - begun;
  }

  private void take(Decision<StoryEvent> decision) {
    StoryEvent event = decision.value();
    if (event != null) {
      bytes += Objects.requireNonNull(revisions.serializer().serialize("stories", event)).length;
    }
    switch (event) {
      case StoryEvent.Revised revised -> stories.add(revised.story());
      case StoryEvent.Aliased aliased -> stories.remove(aliased.alias());
      case StoryEvent.Ticked _ -> {}
      case null -> {}
    }
  }

  /// Of a processor, so that other work on the machine does not count; RocksDB's own threads are
  /// left out.
  double seconds() {
    return nanos / 1e9;
  }

  int stories() {
    return stories.size();
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    tables.forEach(DiskTable::close);
  }
}
