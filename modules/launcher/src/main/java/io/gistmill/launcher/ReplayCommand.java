package io.gistmill.launcher;

import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.launcher.replay.Progress;
import io.gistmill.launcher.replay.Replay;
import io.gistmill.launcher.replay.ReplayReport;
import io.gistmill.launcher.replay.ReplaySettings;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill replay`.
@Command(
    name = "replay",
    description = {
      "Sends the posts of archives through the whole pipeline, in the order of their time, and writes the"
          + " digests of every day and week.",
      "An archive is a Markdown file with a post under each '### N', or JSON Lines with a post a line."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every archive was read and every post came out",
      "1:the replay failed, or no post could be read",
      "2:wrong usage or configuration",
      "3:the replay is done, but some input could not be used; see rejects.jsonl"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final int SOME_REJECTED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ARCHIVE", arity = "1..*", description = "Files to read, in this order.")
  private List<Path> archives = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for posts.jsonl, rejects.jsonl and digests; those of an earlier replay are replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Zone of dates without one, and of the days of the digests (default: Asia/Shanghai).")
  private @Nullable String zone;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Over how many partitions the work is spread; never changes the digests (default: 4).")
  private @Nullable String partitions;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with the keys zone, partitions, items.daily, items.weekly.")
  private @Nullable Path config;

  @Override
  public Integer call() throws Exception {
    ReplaySettings settings = ReplayConfig.settings(archives, out, config, flags());
    ReplayReport report = Replay.run(settings, ReplayCommand::pipeline, progress());
    print(report, settings);
    return status(report);
  }

  private static LocalPipeline pipeline(Path folder, Topics topics) {
    return LocalPipeline.start(folder, topics, EnumSet.allOf(Stage.class), BrokerOptions.DEFAULT);
  }

  private static Progress progress() {
    Console console = System.console();
    return Progress.on(System.err, console != null && console.isTerminal());
  }

  private Map<String, String> flags() {
    var flags = new TreeMap<String, String>();
    if (zone != null) {
      flags.put("zone", zone);
    }
    if (partitions != null) {
      flags.put("partitions", partitions);
    }
    return flags;
  }

  private void print(ReplayReport report, ReplaySettings settings) {
    PrintWriter err = spec.commandLine().getErr();
    report
        .archives()
        .forEach(
            archive ->
                archive.failure().ifPresent(why -> err.println(archive.archive() + ": " + why)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d in = %d posts + %d duplicates + %d rejects%n",
        report.in(),
        report.posts(),
        report.duplicates(),
        report.rejects());
    if (report.edits() > 0) {
      out.printf(Locale.ROOT, "%d of the posts are later versions of another%n", report.edits());
    }
    out.print(report.rates());
    out.printf(Locale.ROOT, "%d digests in %s%n", report.digests(), settings.out());
  }

  private static int status(ReplayReport report) {
    if (report.posts() == 0 || !report.accountsForEveryPost()) {
      return CommandLine.ExitCode.SOFTWARE;
    }
    return report.isClean() ? CommandLine.ExitCode.OK : SOME_REJECTED;
  }
}
