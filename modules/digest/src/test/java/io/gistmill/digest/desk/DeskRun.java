package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.AuthorPosts;
import io.gistmill.digest.desk.DeskTables.Band;
import io.gistmill.digest.desk.DeskTables.Buffered;
import io.gistmill.digest.desk.DeskTables.KnownAlias;
import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.KnownStory;
import io.gistmill.digest.desk.DeskTables.LinkUses;
import io.gistmill.digest.desk.DeskTables.Mentions;
import io.gistmill.digest.desk.DeskTables.Pending;
import io.gistmill.digest.desk.DeskTables.Written;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A desk over tables in memory, with commits and kills. Only what was committed counts as written.
final class DeskRun {

  final MemoryTable<PartitionTick> ticks = new MemoryTable<>();
  final MemoryTable<Tick> due = new MemoryTable<>();
  final MemoryTable<Buffered> buffered = new MemoryTable<>();
  final MemoryTable<Pending> pending = new MemoryTable<>();
  final MemoryTable<KnownPost> posts = new MemoryTable<>();
  final MemoryTable<StoryPost> told = new MemoryTable<>();
  final MemoryTable<KnownStory> stories = new MemoryTable<>();
  final MemoryTable<KnownAlias> aliases = new MemoryTable<>();
  final MemoryTable<Band> bands = new MemoryTable<>();
  final MemoryTable<LinkUses> links = new MemoryTable<>();
  final MemoryTable<Mentions> names = new MemoryTable<>();
  final MemoryTable<Mentions> meanings = new MemoryTable<>();
  final MemoryTable<AuthorPosts> authors = new MemoryTable<>();
  final MemoryTable<Written> written = new MemoryTable<>();

  private final List<Decision<StoryEvent>> committed = new ArrayList<>();
  private final List<Decision<StoryEvent>> open = new ArrayList<>();
  private final StoryModel model;
  private Desk desk;

  DeskRun() {
    this(StoryModel.shipped());
  }

  DeskRun(StoryModel model) {
    this.model = model;
    this.desk = start();
  }

  /// Takes the event and does all that is due.
  void take(TaggedEvent event) {
    accept(event);
    work(() -> true);
    commit();
  }

  void takeAll(List<? extends TaggedEvent> events) {
    events.forEach(this::take);
  }

  void accept(TaggedEvent event) {
    desk.accept(event, open::add);
  }

  boolean work(BooleanSupplier goOn) {
    return desk.work(goOn, open::add);
  }

  void commit() {
    tables().forEach(MemoryTable::commit);
    committed.addAll(open);
    open.clear();
  }

  void kill() {
    tables().forEach(MemoryTable::rollBack);
    open.clear();
    desk = start();
  }

  List<Decision<StoryEvent>> decisions() {
    return List.copyOf(committed);
  }

  <T extends StoryEvent> List<T> events(Class<T> type) {
    return committed.stream()
        .map(Decision::value)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /// The story under which each post was written last.
  SortedMap<String, String> storyOfEachPost() {
    SortedMap<String, String> stories = new TreeMap<>();
    for (StoryEvent.Revised revised : events(StoryEvent.Revised.class)) {
      revised.posts().forEach(post -> stories.put(post.id(), revised.story()));
    }
    return stories;
  }

  List<String> tombstones() {
    return committed.stream().filter(one -> one.value() == null).map(Decision::key).toList();
  }

  int rows() {
    return tables().mapToInt(MemoryTable::size).sum();
  }

  private Desk start() {
    return new Desk(deskTables(), model);
  }

  DeskTables deskTables() {
    return new DeskTables(
        ticks, due, buffered, pending, posts, told, stories, aliases, bands, links, names, meanings,
        authors, written);
  }

  private Stream<MemoryTable<?>> tables() {
    return Stream.of(
        ticks, due, buffered, pending, posts, told, stories, aliases, bands, links, names, meanings,
        authors, written);
  }
}
