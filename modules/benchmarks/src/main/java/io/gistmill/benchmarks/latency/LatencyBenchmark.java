package io.gistmill.benchmarks.latency;

import io.gistmill.benchmarks.Child;
import io.gistmill.benchmarks.WorkFolder;
import io.gistmill.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how long posts take from `POST /api/posts` of a `gistmill run` to a reader of its live
/// stream, beside the least that one exactly-once hop takes at that moment.
@Command(
    name = "latency-benchmark",
    description = "Measures the way of a post from its sender to the live stream.",
    mixinStandardHelpOptions = true)
public final class LatencyBenchmark implements Callable<Integer> {

  private static final String TOKEN = "benchmark";
  private static final Duration PAUSE = Duration.ofMillis(20);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rate", description = "Posts a second (default: ${DEFAULT-VALUE}).")
  private int rate = 200;

  @Option(names = "--warm-up", description = "Seconds (default: ${DEFAULT-VALUE}).")
  private int warmUp = 60;

  @Option(names = "--seconds", description = "Of the measurement (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(names = "--commit", description = "Milliseconds (default: ${DEFAULT-VALUE}).")
  private int commit = 30;

  @Option(names = "--heap", description = "In MiB (default: ${DEFAULT-VALUE}).")
  private int heap = 768;

  @Option(names = "--partitions", description = "Of each topic (default: ${DEFAULT-VALUE}).")
  private int partitions = 4;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LatencyBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    var child = new Child(folder, heap);
    print("one hop   ", hop(child));
    Latencies live = live(child);
    print("post to stream", live);
    return live.count() == rate * seconds ? 0 : 1;
  }

  private void print(String what, Latencies latencies) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-14s  %s%n", what, latencies);
    out.flush();
  }

  private Latencies hop(Child child) throws IOException, InterruptedException {
    return child.run(
        HopRun.class,
        Latencies.class,
        Stream.of(child.folder().resolve("hop"), rate, warmUp, seconds, commit, partitions)
            .map(Object::toString)
            .toList());
  }

  private Latencies live(Child child) throws IOException, InterruptedException {
    Path output = child.folder().resolve("gistmill.log");
    Process gistmill = child.start(Main.class, output, settings(child.folder()));
    try (var client = new LiveClient(url(gistmill, output), TOKEN)) {
      var loop = new OpenLoop(rate);
      Thread reader = Thread.ofVirtual().start(() -> follow(client, loop));
      client.awaitOpen();
      loop.run("first", 1, client::send);
      await(loop, gistmill);
      loop.run("warm", warmUp, client::send);
      await(loop, gistmill);
      loop.run("measured", seconds, client::send);
      await(loop, gistmill);
      reader.interrupt();
      return loop.latencies("measured");
    } finally {
      gistmill.destroy();
      gistmill.waitFor();
    }
  }

  private List<String> settings(Path folder) {
    var arguments = new ArrayList<>(List.of("run"));
    for (String setting :
        List.of(
            "data=" + folder.resolve("gistmill"),
            "http.port=0",
            "broker.port=0",
            "api.token=" + TOKEN,
            "partitions=" + partitions,
            "stages.commit=" + commit + "ms")) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments;
  }

  private static URI url(Process gistmill, Path output) throws IOException, InterruptedException {
    Optional<String> line = Optional.empty();
    while (line.isEmpty()) {
      requireAlive(gistmill, output);
      Thread.sleep(PAUSE);
      try (Stream<String> lines = Files.lines(output)) {
        line = lines.filter(text -> text.contains(" answers on ")).findFirst();
      }
    }
    String text = line.get();
    int from = text.indexOf("http");
    return URI.create(text.substring(from, text.indexOf(',', from)));
  }

  private static void requireAlive(Process gistmill, Path output) throws IOException {
    if (!gistmill.isAlive()) {
      throw new IllegalStateException("Gistmill has ended: " + Files.readString(output));
    }
  }

  private static void follow(LiveClient client, OpenLoop loop) {
    try {
      client.follow(loop);
    } catch (IOException | RuntimeException e) {
      // The measurement is over; one that is not waits for posts that never come, and says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(OpenLoop loop, Process gistmill) throws InterruptedException {
    while (!loop.isComplete() && gistmill.isAlive()) {
      Thread.sleep(PAUSE);
    }
  }
}
