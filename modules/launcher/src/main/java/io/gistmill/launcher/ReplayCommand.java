package io.gistmill.launcher;

import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.candidate.CandidateFile;
import io.gistmill.launcher.candidate.SentenceOption;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.launcher.replay.Progress;
import io.gistmill.launcher.replay.Replay;
import io.gistmill.launcher.replay.ReplayReport;
import io.gistmill.launcher.replay.ReplaySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill replay`.
@Command(
    name = "replay",
    header = "Makes the digests of every day and week out of archives of posts.",
    description = {
      "",
      "Sends the posts through the whole pipeline, in the order of their time. An archive is a"
          + " Markdown file with a post under each '### N', or JSON Lines with a post a line."
          + " Progress and complaints go to standard error, the summary to standard output.",
      ""
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

  /// Set by the start script, since a JVM cannot tell where its standard error goes.
  private static final String TERMINAL = "gistmill.terminal";

  private final Replay.@Nullable PipelineStart pipeline;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ARCHIVE", arity = "1..*", description = "Files to read, in this order.")
  private List<Path> archives = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for posts.jsonl, rejects.jsonl and digests; those of an earlier replay are"
              + " replaced.")
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
      description =
          "YAML file with the keys zone, partitions, items.daily and items.weekly (how many stories"
              + " a digest shows at the most); the options above win over it.")
  private @Nullable Path config;

  @Option(
      names = "--with",
      paramLabel = "CANDIDATE",
      description =
          "YAML file that describes a set of classifiers, to be asked instead of those installed.")
  private @Nullable Path candidate;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Mixin private SentenceOption sentences = new SentenceOption();

  ReplayCommand() {
    this.pipeline = null;
  }

  ReplayCommand(Replay.PipelineStart pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public Integer call() throws Exception {
    Source.refuseStandardInput(archives);
    ReplaySettings settings = ReplayConfig.settings(archives, out, config, flags());
    Path folderOfPlugins = plugins.folder(System.getenv());
    InstalledClassifiers classifiers = classifiers(folderOfPlugins);
    Replay.PipelineStart start =
        pipeline == null
            ? (folder, topics) -> everythingHere(folder, topics, classifiers)
            : pipeline;
    ReplayReport report = Replay.run(settings, classifiers, start, progress());
    print(report);
    return status(report);
  }

  private InstalledClassifiers classifiers(Path folderOfPlugins) throws IOException {
    if (candidate == null) {
      return sentences.applied(InstalledClassifiers.with(folderOfPlugins), archives);
    }
    sentences.refuseBeside("--with");
    return CandidateFile.read(folderOfPlugins, candidate).classifiers();
  }

  private static LocalPipeline everythingHere(
      Path folder, Topics topics, InstalledClassifiers classifiers) {
    return LocalPipeline.start(
        folder, topics, EnumSet.allOf(Stage.class), BrokerOptions.DEFAULT, classifiers);
  }

  private Progress progress() {
    return Boolean.getBoolean(TERMINAL)
        ? Progress.on(System.err, true)
        : Progress.on(spec.commandLine().getErr());
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

  private void print(ReplayReport report) {
    PrintWriter err = spec.commandLine().getErr();
    report.complaints().forEach(err::println);
    if (!report.accountsForEveryPost()) {
      err.println("some posts are not accounted for; please report this with the archive");
    }
    err.flush();
    PrintWriter summary = spec.commandLine().getOut();
    summary.print(report.summary());
    summary.println(report.digests() + " digests in " + out);
    summary.flush();
  }

  private static int status(ReplayReport report) {
    if (report.posts() == 0 || !report.accountsForEveryPost()) {
      return CommandLine.ExitCode.SOFTWARE;
    }
    return report.isClean() ? CommandLine.ExitCode.OK : SOME_REJECTED;
  }
}
