package io.gistmill.benchmarks;

import io.gistmill.benchmarks.posts.GeneratedArchive;
import io.gistmill.benchmarks.stage.StageRun;
import io.gistmill.launcher.replay.StageRate;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Measures a replay of generated posts, beside a topology that only passes the same posts through.
///
/// Each runs in a JVM of its own, one after the other: machines differ and have bad days, so the
/// ratio of two figures of one run says more than either.
@Command(
    name = "replay-benchmark",
    description = "Measures a replay of generated posts.",
    mixinStandardHelpOptions = true)
public final class ReplayBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Scale scale = new Scale();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ReplayBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return WorkFolder.with(this::measure);
  }

  private int measure(Path folder) throws Exception {
    Path archive = folder.resolve("posts.jsonl");
    GeneratedArchive.write(archive, scale.seed, scale.posts);
    var child = new Child(folder, scale.heap);
    var passThrough =
        child.run(
            StageRun.class,
            StageRun.Result.class,
            StageRun.arguments(
                StageRun.Kind.PASS_THROUGH,
                archive,
                folder.resolve("pass-through"),
                scale.partitions,
                1));
    var replay =
        child.run(
            ReplayRun.class,
            ReplayRun.Result.class,
            List.of(
                archive.toString(),
                folder.resolve("out").toString(),
                Integer.toString(scale.partitions)));
    print(archive, passThrough, replay);
    return replay.report().accountsForEveryPost() ? 0 : 1;
  }

  private void print(Path archive, StageRun.Result passThrough, ReplayRun.Result replay)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d posts, %d MB, seed %d, %d partitions, heap %d MiB%n",
        scale.posts,
        Files.size(archive) / 1_000_000,
        scale.seed,
        scale.partitions,
        scale.heap);
    for (double perSecond : passThrough.perSecond()) {
      out.printf(Locale.ROOT, "  pass-through %36.0f posts/s%n", perSecond);
    }
    double warm = passThrough.warm();
    for (StageRate rate : replay.report().rates()) {
      out.printf(Locale.ROOT, "%s  %.3f of pass-through%n", rate, rate.perSecond() / warm);
    }
    out.printf(
        Locale.ROOT,
        "end to end %.1f s, %.0f posts/s%npeak resident %d MiB, peak live heap %d MiB%n",
        replay.seconds(),
        scale.posts / replay.seconds(),
        replay.peakResidentMegabytes(),
        replay.peakLiveMegabytes());
    out.printf(
        Locale.ROOT,
        "%d in = %d posts + %d duplicates + %d rejects, %d digests%n",
        replay.report().in(),
        replay.report().posts(),
        replay.report().duplicates(),
        replay.report().rejects(),
        replay.report().digests());
    out.flush();
  }
}
