package io.gistmill.simulation;

import io.gistmill.classifier.Answer;
import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Taggers;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.digest.mailroom.Mailroom;
import io.gistmill.digest.mailroom.MailroomTables;
import io.gistmill.digest.mailroom.ShownTables;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import io.gistmill.testsupport.MemoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The whole pipeline over logs in memory: a classifier task for each partition of posts, one desk,
/// and a mailroom with its own copy of the stories for each partition of subscriptions.
final class SimulatedPipeline {

  private final SimulatedInput input;
  private final UnaryOperator<StateMachine<PostEvent, Answer>> fault;
  private final SimulatedLog<TaggedEvent> tagged;
  private final SimulatedLog<Decision<StoryEvent>> stories = new SimulatedLog<>(1);
  private final SimulatedLog<Decision<DigestEvent>> digests;
  private final List<SimulatedTask<?, ?>> tasks = new ArrayList<>();
  private final List<StoriesCopy> copies = new ArrayList<>();

  SimulatedPipeline(SimulatedInput input, Taggers taggers) {
    this(input, taggers, machine -> machine);
  }

  /// @param fault put around each classifier
  SimulatedPipeline(
      SimulatedInput input, Taggers taggers, UnaryOperator<StateMachine<PostEvent, Answer>> fault) {
    this.input = input;
    this.fault = fault;
    tagged = new SimulatedLog<>(input.posts.partitions());
    digests = new SimulatedLog<>(input.subscriptions.partitions());
    for (int i = 0; i < input.posts.partitions(); i++) {
      tasks.add(classifier(taggers, i));
    }
    tasks.add(desk());
    for (int i = 0; i < input.subscriptions.partitions(); i++) {
      tasks.add(mailroom(i));
    }
  }

  private SimulatedTask<?, ?> classifier(Taggers taggers, int partition) {
    var tables = new SimulatedTables();
    var own =
        new IntakeTables(
            tables.table(), tables.table(), tables.table(), tables.table(), tables.table());
    return new SimulatedTask<>(
        List.of(input.posts.records(partition)),
        tables,
        () -> fault.apply(new Intake(own, taggers, partition, input.posts.partitions())),
        decision -> tagged.append(partition, Objects.requireNonNull(decision.value()).event()));
  }

  private SimulatedTask<?, ?> desk() {
    var tables = new SimulatedTables();
    var own =
        new DeskTables(
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table());
    List<List<TaggedEvent>> inputs = new ArrayList<>();
    for (int i = 0; i < tagged.partitions(); i++) {
      inputs.add(tagged.records(i));
    }
    return new SimulatedTask<>(
        inputs, tables, () -> new Desk(own), decision -> stories.append(0, decision));
  }

  private SimulatedTask<?, ?> mailroom(int partition) {
    var copy = new StoriesCopy(stories.records(0));
    copies.add(copy);
    var tables = new SimulatedTables();
    var own =
        new MailroomTables(
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            tables.table(),
            new ShownTables(
                tables.table(), tables.table(), tables.table(), tables.table(), tables.table()));
    int of = input.subscriptions.partitions();
    return new SimulatedTask<>(
        List.of(input.subscriptions.records(partition)),
        tables,
        () -> new Mailroom(own, copy.table, partition, of),
        decision -> digests.append(partition, decision));
  }

  /// Runs to the end without a disturbance.
  void run() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (SimulatedTask<?, ?> task : tasks) {
        moved |= task.drain();
      }
      for (StoriesCopy copy : copies) {
        moved |= copy.follow(Integer.MAX_VALUE);
      }
    }
  }

  /// Runs with everything in random order: reads, slices that end early, commits, kills, and copies
  /// that lag; then to the end.
  void runDisturbed(SplittableRandom random) {
    int steps = 20 * (input.posts.all().size() + input.subscriptions.all().size());
    for (int i = 0; i < steps; i++) {
      SimulatedTask<?, ?> task = tasks.get(random.nextInt(tasks.size()));
      switch (random.nextInt(100)) {
        case 0, 1, 2 -> task.kill();
        case 3, 4, 5, 6, 7, 8, 9, 10 -> task.commit();
        case 11, 12, 13, 14, 15, 16, 17, 18 ->
            copies.get(random.nextInt(copies.size())).follow(random.nextInt(1, 40));
        default -> disturbedStep(task, random);
      }
    }
    run();
  }

  private static void disturbedStep(SimulatedTask<?, ?> task, SplittableRandom random) {
    int records = random.nextInt(4);
    for (int i = 0; i < records; i++) {
      var ignored = task.take(random.nextInt(task.inputs()));
    }
    int[] pieces = {random.nextInt(30)};
    var ignored = task.work(() -> pieces[0]-- > 0);
  }

  List<Digest> digests() {
    return digests.all().stream()
        .flatMap(
            decision ->
                decision.value() instanceof DigestEvent.Made(Digest digest)
                    ? Stream.of(digest)
                    : Stream.empty())
        .toList();
  }

  List<TaggedEvent> tagged(int partition) {
    return tagged.records(partition);
  }

  List<DigestEvent> digestEvents(int partition) {
    return digests.records(partition).stream().map(Decision::value).toList();
  }

  /// A copy of the stories topic that follows at its own pace.
  private static final class StoriesCopy {
    final MemoryTable<StoryEvent> table = new MemoryTable<>();
    private final List<Decision<StoryEvent>> log;
    private int read;

    StoriesCopy(List<Decision<StoryEvent>> log) {
      this.log = log;
    }

    boolean follow(int most) {
      int until = (int) Math.min(log.size(), (long) read + most);
      boolean moved = until > read;
      for (; read < until; read++) {
        Decision<StoryEvent> record = log.get(read);
        if (record.value() == null) {
          table.delete(record.key());
        } else {
          table.put(record.key(), record.value());
        }
      }
      table.commit();
      return moved;
    }
  }
}
