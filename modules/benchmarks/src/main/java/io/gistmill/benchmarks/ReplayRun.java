package io.gistmill.benchmarks;

import io.gistmill.contracts.Json;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.launcher.replay.Progress;
import io.gistmill.launcher.replay.Replay;
import io.gistmill.launcher.replay.ReplayReport;
import io.gistmill.launcher.replay.ReplaySettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/// A replay as `gistmill replay` does it, in a JVM of its own that watches itself.
final class ReplayRun {

  private ReplayRun() {}

  /// @param seconds from start to the last file
  /// @param peakResidentMegabytes of the whole process
  /// @param peakLiveMegabytes of the heap, after full collections
  record Result(
      ReplayReport report, double seconds, long peakResidentMegabytes, long peakLiveMegabytes) {}

  /// @param arguments the posts, a folder for the output, how many partitions, where the result
  ///   goes
  public static void main(String[] arguments) throws Exception {
    var settings =
        new ReplaySettings(
            List.of(Path.of(arguments[0])),
            Path.of(arguments[1]),
            ReplaySettings.DEFAULT_ZONE,
            Integer.parseInt(arguments[2]),
            ReplaySettings.DEFAULT_DAILY_ITEMS,
            ReplaySettings.DEFAULT_WEEKLY_ITEMS);
    Json.MAPPER.writeValue(Path.of(arguments[3]), run(settings));
  }

  static Result run(ReplaySettings settings) throws Exception {
    Memory memory = Memory.watch();
    long start = System.nanoTime();
    ReplayReport report =
        Replay.run(
            settings,
            (folder, topics) ->
                LocalPipeline.start(
                    folder, topics, EnumSet.allOf(Stage.class), BrokerOptions.DEFAULT),
            Progress.on(System.err, false));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(report, seconds, Memory.peakResidentMegabytes(), memory.peakLiveMegabytes());
  }
}
