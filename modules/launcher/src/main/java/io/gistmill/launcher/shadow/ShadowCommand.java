package io.gistmill.launcher.shadow;

import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.contracts.Json;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.launcher.candidate.Candidate;
import io.gistmill.launcher.candidate.CandidateFile;
import io.gistmill.launcher.candidate.LogOptions;
import io.gistmill.launcher.candidate.LogReader;
import io.gistmill.launcher.candidate.Moment;
import io.gistmill.launcher.config.DurationOption;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.files.WholeFile;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.ReplaySettings;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill shadow`.
@Command(
    name = "shadow",
    header = "Shows what another set of classifiers would change, before it is switched to.",
    description = {
      "",
      "Asks the candidate about posts whose topics are known: those on the log of the running"
          + " Gistmill or its cluster, as they were tagged, or those of files, as the installed"
          + " classifiers tag them. Tells for each topic how many posts would get and lose it, with"
          + " examples. Changes nothing.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:compared",
      "1:it failed",
      "2:wrong usage, a candidate that cannot be used, or a log that cannot be reached",
      "3:compared, but some of the input could not be read"
    })
public final class ShadowCommand implements Callable<Integer> {

  private static final int SOME_UNREAD = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Archives or JSON Lines of posts, instead of the log.")
  private List<Path> files = List.of();

  @Option(
      names = "--with",
      required = true,
      paramLabel = "CANDIDATE",
      description = "YAML file that describes the set of classifiers.")
  private Path candidate = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "CANDIDATE",
      description = "With FILE: another set to compare with, instead of what is installed.")
  private @Nullable Path against;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Of the log: only what was tagged since, such as 7d or 2025-03-05T08:00:00Z.")
  private @Nullable String since;

  @Option(names = "--live", description = "Follows the log after that, until stopped or --for.")
  private boolean live;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description = "How long --live follows, such as 10m.")
  private @Nullable Duration period;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes shadow.json and shadow.html into this folder too.")
  private @Nullable Path out;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of dates without one in archives (default: Asia/Shanghai).")
  private ZoneId zone = ReplaySettings.DEFAULT_ZONE;

  @Mixin private PluginOptions plugins = new PluginOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Override
  public Integer call() throws IOException {
    checkUsage();
    Source.refuseStandardInput(files);
    Candidate wanted = CandidateFile.read(plugins.folder(System.getenv()), candidate);
    List<WholeFile> results = results();
    try (var shadow = new Shadow(wanted.set(), wanted.registry(), System::nanoTime)) {
      long unread = files.isEmpty() ? readLog(shadow) : readFiles(shadow);
      write(shadow.difference(subject(shadow)), results);
      return unread == 0 ? 0 : SOME_UNREAD;
    }
  }

  private void checkUsage() {
    var mistakes = new ArrayList<String>();
    if (!files.isEmpty() && (live || since != null)) {
      mistakes.add("--since and --live are for the log; leave FILE out");
    }
    if (files.isEmpty() && against != null) {
      mistakes.add("--against is for files: the log says which topics its posts have");
    }
    if (period != null && !live) {
      mistakes.add("--for says how long --live follows; give --live");
    }
    if (!mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", mistakes));
    }
  }

  private List<WholeFile> results() throws IOException {
    if (out == null) {
      return List.of();
    }
    Files.createDirectories(out);
    return List.of(
        WholeFile.at(out.resolve("shadow.json"), files),
        WholeFile.at(out.resolve("shadow.html"), files));
  }

  private long readFiles(Shadow shadow) throws IOException {
    Path usual = plugins.folder(System.getenv());
    InstalledClassifiers other =
        against == null
            ? InstalledClassifiers.with(usual)
            : CandidateFile.read(usual, against).classifiers();
    Path folder = Files.createTempDirectory("gistmill-shadow-");
    try (Taggers taggers = other.taggers()) {
      Tagger tagger = taggers.with(new TreeMap<>());
      return ArchivePosts.read(
          files, zone, folder, err(), post -> shadow.take(post, tagger.tag(post)));
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private long readLog(Shadow shadow) {
    LogOptions.Log of = log.log(System.getenv());
    Instant from = since == null ? null : Moment.of("--since", since, Machine.time());
    try (LogReader<TaggedEvent> posts =
        LogReader.open(of.connection(), of.topics().tagged(), from)) {
      posts.history((partition, offset, event) -> shadow.take(event));
      if (live) {
        err().println("history: " + shadow.posts() + " posts; following, Ctrl-C ends it");
        err().flush();
        follow(posts, shadow);
      }
      if (posts.undecodable() > 0) {
        err().println(posts.undecodable() + " records could not be read and were left out");
      }
      return posts.undecodable();
    }
  }

  /// Being stopped is how following ends.
  private void follow(LogReader<TaggedEvent> posts, Shadow shadow) {
    long start = System.nanoTime();
    BooleanSupplier goOn = () -> period == null || System.nanoTime() - start < period.toNanos();
    try {
      posts.live(goOn, (partition, offset, event) -> shadow.take(event));
    } catch (InterruptException e) {
      // Kafka has set the flag again, and the report is still to be written.
      var _ = Thread.interrupted();
    }
  }

  private String subject(Shadow shadow) {
    String where =
        files.isEmpty()
            ? "the log" + (since == null ? "" : " since " + since)
            : files.stream().map(Path::toString).collect(Collectors.joining(", "));
    return candidate + " on " + shadow.posts() + " posts of " + where;
  }

  private void write(Difference difference, List<WholeFile> results) throws IOException {
    if (!results.isEmpty()) {
      String json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(difference);
      results.getFirst().write(json + "\n");
      results.getLast().write(ShadowPage.of(difference));
    }
    PrintWriter text = spec.commandLine().getOut();
    text.print(ShadowText.of(difference));
    text.flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
