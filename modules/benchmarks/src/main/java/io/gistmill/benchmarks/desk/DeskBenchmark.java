package io.gistmill.benchmarks.desk;

import io.gistmill.benchmarks.Memory;
import io.gistmill.benchmarks.WorkFolder;
import io.gistmill.benchmarks.posts.PostGenerator;
import io.gistmill.classifier.Answer;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how long the desk takes, on one core, to fold the posts of one day into stories. The
/// posts are tagged before its clock runs; Kafka is left out.
@Command(
    name = "desk-benchmark",
    description = "Measures how many posts a second are folded into stories.",
    mixinStandardHelpOptions = true)
public final class DeskBenchmark implements Callable<Integer> {

  private static final Instant BEGIN = Instant.parse("2025-03-01T00:00:00Z");
  private static final int QUARTERS = 96;
  private static final int WARM_UP = 1_000;

  /// The generator spreads its posts over this many days.
  private static final int DAYS = Math.toIntExact(PostGenerator.SPAN.toDays());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--posts", split = ",", description = "Of a day (default: ${DEFAULT-VALUE}).")
  private List<Integer> posts = List.of(1_000, 10_000, 100_000);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DeskBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var _ = WorkFolder.with(folder -> day(folder, WARM_UP));
    for (int count : posts) {
      String line = WorkFolder.with(folder -> day(folder, count));
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static String day(Path folder, int count) throws Exception {
    try (var desk = new DeskRun(folder);
        var tagger = tagger()) {
      var generator = new PostGenerator(1, (long) DAYS * count);
      var intake = new Intake(memory(), Taggers.of(tagger), 0, 1);
      Consumer<Decision<Answer>> told = answer -> tell(desk, answer);
      Tick tick = new Tick(BEGIN, BEGIN.minus(Tick.QUARTER), true);
      for (int quarter = 0; quarter < QUARTERS; quarter++) {
        intake.accept(new PostEvent.Ticked(tick), told);
        desk.accept(new TaggedEvent.Ticked(new PartitionTick(tick, 0, 1)));
        int upTo = (quarter + 1) * count / QUARTERS;
        for (int made = quarter * count / QUARTERS; made < upTo; made++) {
          intake.accept(new PostEvent.Posted(generator.next()), told);
        }
        tick = next(tick);
      }
      desk.accept(new TaggedEvent.Ticked(new PartitionTick(tick, 0, 1)));
      return line(desk, count);
    }
  }

  private static Tick next(Tick tick) {
    return new Tick(tick.instant().plus(Tick.QUARTER), tick.instant(), true);
  }

  private static Tagger tagger() {
    return new Tagger(
        ClassifierRegistry.discover(DeskBenchmark.class.getClassLoader())
            .activate(List.of("taxonomy")),
        Tagger.THRESHOLD,
        System::nanoTime);
  }

  private static IntakeTables memory() {
    return new IntakeTables(
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>());
  }

  /// Ticks are given by hand, since those of a stage carry more.
  private static void tell(DeskRun desk, Decision<Answer> answer) {
    TaggedEvent event = Objects.requireNonNull(answer.value()).event();
    if (!(event instanceof TaggedEvent.Ticked)) {
      desk.accept(event);
    }
  }

  private static String line(DeskRun desk, int count) throws Exception {
    return String.format(
        Locale.ROOT,
        "%,9d posts %8.2f s %7.0f posts/s, %,8d stories, %d bytes a post, peak resident %d MiB",
        count,
        desk.seconds(),
        count / desk.seconds(),
        desk.stories(),
        desk.bytes() / count,
        Memory.peakResidentMegabytes());
  }
}
