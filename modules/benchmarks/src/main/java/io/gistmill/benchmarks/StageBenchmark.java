package io.gistmill.benchmarks;

import io.gistmill.benchmarks.posts.GeneratedArchive;
import io.gistmill.benchmarks.stage.StageRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the classifier stage beside a stage that does nothing, each with its broker in a JVM of
/// its own, one after the other.
@Command(
    name = "stage-benchmark",
    description = "Measures how many posts a second pass the classifier stage.",
    mixinStandardHelpOptions = true)
public final class StageBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Scale scale = new Scale();

  @Option(names = "--threads", description = "Of the stage (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StageBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    Path archive = folder.resolve("posts.jsonl");
    GeneratedArchive.write(archive, scale.seed, scale.posts);
    var child = new Child(folder, scale.heap);
    double most = 0;
    for (StageRun.Kind kind : StageRun.Kind.values()) {
      Path work = folder.resolve(kind.name());
      StageRun.Result result =
          child.run(
              StageRun.class,
              StageRun.Result.class,
              StageRun.arguments(kind, archive, work, scale.partitions, threads));
      most = Math.max(most, result.warm());
      print(kind, result, result.warm() / most);
    }
    return 0;
  }

  private void print(StageRun.Kind kind, StageRun.Result result, double share) {
    PrintWriter out = spec.commandLine().getOut();
    for (double perSecond : result.perSecond()) {
      out.printf(Locale.ROOT, "%-24s %8.0f posts/s%n", kind, perSecond);
    }
    out.printf(
        Locale.ROOT,
        "%-24s %8.3f of pass-through, peak resident %d MiB%n",
        kind,
        share,
        result.peakResidentMegabytes());
    out.flush();
  }
}
