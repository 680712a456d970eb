package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.launcher.replay.Progress;
import io.gistmill.launcher.replay.Replay;
import io.gistmill.launcher.replay.Replay.PipelineStart;
import io.gistmill.launcher.replay.ReplayReport;
import io.gistmill.launcher.replay.ReplaySettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;

/// Runs replays and reads what they wrote.
final class Replays {

  static final PipelineStart IN_PROCESS =
      (folder, topics) ->
          LocalPipeline.start(folder, topics, EnumSet.allOf(Stage.class), BrokerOptions.DEFAULT);

  private Replays() {}

  /// Every post must be accounted for.
  ///
  /// @return all files written, by relative path
  static SortedMap<String, String> run(
      List<Path> archives, Path out, int partitions, PipelineStart pipeline)
      throws IOException, InterruptedException {
    var settings =
        new ReplaySettings(
            archives,
            out,
            ReplaySettings.DEFAULT_ZONE,
            partitions,
            ReplaySettings.DEFAULT_DAILY_ITEMS,
            ReplaySettings.DEFAULT_WEEKLY_ITEMS);
    ReplayReport report = Replay.run(settings, pipeline, silent());
    assertThat(report.accountsForEveryPost()).as(report.toString()).isTrue();
    assertThat(report.rejects()).isZero();
    return Folders.read(out);
  }

  private static Progress silent() {
    return Progress.on(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
  }
}
