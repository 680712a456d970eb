package io.gistmill.benchmarks.micro;

import io.gistmill.benchmarks.posts.PostGenerator;
import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Answer;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A day of a thousand generated posts, and what the stages make of it in memory.
final class Day {

  static final int POSTS = 1_000;

  static final Tick BEGIN = new Tick(Instant.parse("2025-03-01T00:00:00Z"), null, true);
  static final Tick END = new Tick(BEGIN.instant().plus(Duration.ofDays(1)), BEGIN.instant(), true);

  private Day() {}

  static List<Post> posts() {
    return Stream.generate(new PostGenerator(1, 60 * POSTS)::next).limit(POSTS).toList();
  }

  /// The classifier that comes with Gistmill, found as the services find it.
  static ActiveClassifier taxonomy() {
    return ClassifierRegistry.discover(Day.class.getClassLoader())
        .activate(List.of("taxonomy"))
        .getFirst();
  }

  /// Between the two ticks.
  static List<TaggedEvent> tagged(List<Post> posts, Tagger tagger) {
    var tables =
        new IntakeTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>());
    var intake = new Intake(tables, Taggers.of(tagger), 0, 1);
    var out = new ArrayList<TaggedEvent>();
    Consumer<Decision<Answer>> take =
        decision -> out.add(Objects.requireNonNull(decision.value()).event());
    intake.accept(new PostEvent.Ticked(BEGIN), take);
    for (Post post : posts) {
      intake.accept(new PostEvent.Posted(post), take);
    }
    out.add(new TaggedEvent.Ticked(new PartitionTick(END, 0, 1)));
    return out;
  }

  static List<Decision<StoryEvent>> folded(List<TaggedEvent> tagged) {
    var desk = new Desk(deskTables());
    var out = new ArrayList<Decision<StoryEvent>>();
    for (TaggedEvent event : tagged) {
      desk.accept(event, out::add);
      desk.work(() -> true, out::add);
    }
    return out;
  }

  private static DeskTables deskTables() {
    return new DeskTables(
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>());
  }
}
