package io.gistmill.benchmarks.delivery;

import io.gistmill.benchmarks.WorkFolder;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how many digests a second a courier hands over that are all due at once, each with its
/// records in the ledger, durable before and behind the attempt; and what each step costs. All of
/// it has run for a while before, as in a service. The broker runs in this process, as in `gistmill
/// run`, the receivers in another one.
@Command(
    name = "courier-benchmark",
    description = "Measures how many mails and webhooks a second are handed over.",
    mixinStandardHelpOptions = true)
public final class CourierBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--digests", description = "By each way (default: ${DEFAULT-VALUE}).")
  private int digests = 10_000;

  @Option(
      names = "--warm-up",
      description = "Mails, and as many posts, before anything counts (default: ${DEFAULT-VALUE}).")
  private int warmUp = 20_000;

  @Option(names = "--stories", description = "Of a digest (default: ${DEFAULT-VALUE}).")
  private int each = 8;

  @Option(names = "--connections", description = "To the mail server (default: ${DEFAULT-VALUE}).")
  private int connections = 8;

  @Option(names = "--ways", split = ",", description = "Some alone: ${COMPLETION-CANDIDATES}.")
  private List<Way> ways = List.of(Way.values());

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CourierBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    DueStories due = DueStories.told();
    try (var broker = EmbeddedKafka.start(folder.resolve("broker"));
        ChildJvm sinks = JavaProgram.of(SinkProcess.class).start(folder.resolve("sinks.log"))) {
      String[] ports = sinks.awaitReady().split(" ");
      var run =
          new WayRun(
              broker.bootstrapServers(),
              due.stories(),
              due.items(),
              each,
              new MeasuredTransports(Integer.parseInt(ports[0]), connections),
              Integer.parseInt(ports[1]));
      // A courier that has just been started pays for the compiler: 3 ms of a mail.
      for (Way way : List.of(Way.MAIL_SIGNED_SENT, Way.HOOK_SENT)) {
        var _ = run.of(way, "warm-" + way.ordinal(), warmUp);
      }
      for (Way way : ways) {
        print(way, run.of(way, "way-" + way.ordinal(), digests));
      }
    }
    return 0;
  }

  private void print(Way way, WayRun.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-40s %7.0f/s %7.0f us of processors each, %d failed%n",
        way,
        result.perSecond(),
        result.micros(),
        result.failed());
    out.flush();
  }
}
