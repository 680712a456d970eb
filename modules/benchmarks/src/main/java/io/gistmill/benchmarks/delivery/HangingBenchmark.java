package io.gistmill.benchmarks.delivery;

import io.gistmill.benchmarks.WorkFolder;
import io.gistmill.benchmarks.latency.Latencies;
import io.gistmill.benchmarks.latency.OpenLoop;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Channel;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how long digests take to webhooks that are well, first alone, then while others, a
/// tenth as many as these, take every post and never answer. The time of a digest counts from when
/// it was to be written into the log until its receiver's answer is here.
@Command(
    name = "hanging-benchmark",
    description = "Measures how long webhooks take while others hang.",
    mixinStandardHelpOptions = true)
public final class HangingBenchmark implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(50);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rate", description = "Digests a second (default: ${DEFAULT-VALUE}).")
  private int rate = 50;

  @Option(names = "--warm-up", description = "Seconds (default: ${DEFAULT-VALUE}).")
  private int warmUp = 30;

  @Option(names = "--seconds", description = "Of each part (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new HangingBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    DueStories stories = DueStories.told();
    var topics = new Topics("hanging", 1, 4);
    try (var broker = EmbeddedKafka.start(folder.resolve("broker"));
        ChildJvm sinks = JavaProgram.of(SinkProcess.class).start(folder.resolve("sinks.log"))) {
      int hooks = Integer.parseInt(sinks.awaitReady().split(" ")[1]);
      String bootstrap = broker.bootstrapServers();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
        TopicAdmin.ensure(
            admin,
            List.of(
                topics.subscriptions(), topics.digests(), topics.deliveries(), topics.rejects()));
      }
      var loop = new OpenLoop(rate);
      Map<String, String> names = new ConcurrentHashMap<>();
      var transport = new Told(new MeasuredTransports(1, 1).of(Way.HOOK_SENT), loop, names);
      try (var due = new DueDigests(bootstrap, topics, Channel.WEBHOOK, stories.items(), 8, hooks);
          var courier =
              new MeasuredCourier(
                  bootstrap, topics, stories.stories(), Channel.WEBHOOK, transport, 1)) {
        due.signUp(readers());
        while (!courier.isReady()) {
          Thread.sleep(PAUSE);
        }
        var readers = new Readers(loop, due, names);
        var _ = readers.run("warm", warmUp, false);
        print("none hangs", readers.run("alone", seconds, false));
        print("a tenth hangs", readers.run("beside", seconds, true));
      }
    }
    return 0;
  }

  private IntStream readers() {
    int healthy = rate * (warmUp + 2 * seconds);
    return IntStream.concat(
        IntStream.range(0, healthy),
        IntStream.range(
            DueDigests.FIRST_HANGING, DueDigests.FIRST_HANGING + rate * seconds / 10 + 1));
  }

  private void print(String what, Latencies latencies) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-14s  %s%n", what, latencies);
    out.flush();
  }

  /// Sends digests to one reader after the other.
  private static final class Readers {

    private final OpenLoop loop;
    private final DueDigests due;

    /// What the loop calls a digest, by its id.
    private final Map<String, String> names;

    private int next;
    private int nextHanging = DueDigests.FIRST_HANGING;

    Readers(OpenLoop loop, DueDigests due, Map<String, String> names) {
      this.loop = loop;
      this.due = due;
      this.names = names;
    }

    Latencies run(String name, int seconds, boolean hanging) throws InterruptedException {
      int first = next;
      loop.run(name, seconds, id -> send(id, hanging && (next - first) % 10 == 0));
      while (!loop.isComplete()) {
        Thread.sleep(PAUSE);
      }
      return loop.latencies(name);
    }

    private void send(String name, boolean hangingToo) {
      if (hangingToo) {
        due.digest(nextHanging++);
      }
      names.put(DueDigests.digestOf(next), name);
      due.digest(next++);
    }
  }

  /// Tells when a digest's receiver has answered.
  private record Told(Transport transport, OpenLoop loop, Map<String, String> names)
      implements Transport {

    @Override
    public String destination(Recipient to) {
      return transport.destination(to);
    }

    @Override
    public Outcome send(Message message, Recipient to) throws InterruptedException {
      Outcome outcome = transport.send(message, to);
      if (outcome instanceof Outcome.Accepted) {
        loop.arrived(Objects.requireNonNull(names.get(message.id())));
      }
      return outcome;
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
