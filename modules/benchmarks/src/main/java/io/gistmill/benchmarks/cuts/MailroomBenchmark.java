package io.gistmill.benchmarks.cuts;

import com.sun.management.OperatingSystemMXBean;
import io.gistmill.benchmarks.DiskTable;
import io.gistmill.benchmarks.Memory;
import io.gistmill.benchmarks.WorkFolder;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how long the mailrooms of one process take over a whole day of ticks for many
/// subscribers in 24 zones: what becomes due, selection, ranking, and the bytes of each digest.
/// Kafka is left out.
@Command(
    name = "mailroom-benchmark",
    description = "Measures how many digests a second are cut.",
    mixinStandardHelpOptions = true)
public final class MailroomBenchmark implements Callable<Integer> {

  /// A Sunday, so that the day measured is a Monday, when weekly digests are due too.
  private static final Instant BEGIN = Instant.parse("2025-03-09T12:00:00Z");

  private static final Duration STORIES = Duration.ofDays(11);
  private static final int MEBI = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--subscribers", description = "How many (default: ${DEFAULT-VALUE}).")
  private int subscribers = 1_000_000;

  @Option(names = "--posts", description = "Of a day (default: ${DEFAULT-VALUE}).")
  private int posts = 2_000;

  @Option(names = "--filters", description = "Different ones (default: ${DEFAULT-VALUE}).")
  private int filters = 2_000;

  @Option(names = "--threads", description = "A mailroom for each (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MailroomBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    try (var stories = new DiskTable<>(folder.resolve("stories"), StoryEvent.class);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      ToldStories.fill(stories, posts, STORIES);
      MailroomRun.complete(stories, BEGIN);
      var rooms = new ArrayList<MailroomRun>();
      for (int i = 0; i < threads; i++) {
        rooms.add(new MailroomRun(folder.resolve("room" + i), stories, i, threads));
      }
      signUp(rooms);
      Instant first = BEGIN.plus(Tick.QUARTER);
      phase("sign-up and first digests", rooms, pool, room -> ticked(room, BEGIN, first));
      Instant end = first.plus(Duration.ofDays(1));
      phase("a day of ticks", rooms, pool, room -> ticked(room, first, end));
      rooms.forEach(MailroomRun::close);
    }
    return 0;
  }

  private void signUp(List<MailroomRun> rooms) {
    var readers = new Readers(1, filters);
    Instant before = BEGIN.minus(Tick.QUARTER);
    rooms.forEach(room -> room.accept(new SubscriptionEvent.Ticked(new Tick(BEGIN, before, true))));
    for (int number = 0; number < subscribers; number++) {
      rooms.get(number % rooms.size()).accept(readers.next(number));
    }
  }

  private static long ticked(MailroomRun room, Instant after, Instant upTo) {
    room.ticks(after, upTo);
    return room.made();
  }

  private void phase(
      String name, List<MailroomRun> rooms, ExecutorService pool, ToLongFunction<MailroomRun> work)
      throws Exception {
    long before = rooms.stream().mapToLong(MailroomRun::made).sum();
    long bytesBefore = rooms.stream().mapToLong(MailroomRun::bytes).sum();
    long begun = System.nanoTime();
    long busyBefore = processorTime();
    var running = new ArrayList<Future<Long>>();
    rooms.forEach(room -> running.add(pool.submit(() -> work.applyAsLong(room))));
    long after = 0;
    for (Future<Long> run : running) {
      after += run.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double busy = (processorTime() - busyBefore) / 1e9;
    long made = after - before;
    long bytes = rooms.stream().mapToLong(MailroomRun::bytes).sum() - bytesBefore;
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-26s %,10d digests %8.1f s, %8.1f s of processors, %6.0f digests/s, %6.0f a second of a"
            + " processor, %d bytes each, heap in use %d MiB, peak resident %d MiB%n",
        name,
        made,
        seconds,
        busy,
        made / seconds,
        made / busy,
        bytes / Math.max(1, made),
        heapInUse(),
        Memory.peakResidentMegabytes());
    out.flush();
  }

  /// Of all threads, compilers and collectors too: a busy machine makes this longer than a quiet
  /// one would, but less so than the time by the clock.
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long heapInUse() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    return (runtime.totalMemory() - runtime.freeMemory()) >> MEBI;
  }
}
