package io.gistmill.benchmarks.stage;

import io.gistmill.benchmarks.Memory;
import io.gistmill.contracts.Json;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.List;

/// A stage in a JVM of its own.
public final class StageRun {

  private static final int TIMES = 8;

  private StageRun() {}

  /// What can be run.
  public enum Kind {
    PASS_THROUGH,
    CLASSIFIER,
    CLASSIFIER_WITH_STREAMS;

    MeasuredStage stage(int partitions) {
      return switch (this) {
        case PASS_THROUGH -> new MeasuredStage.PassThrough(partitions);
        case CLASSIFIER -> new MeasuredStage.Classifying(partitions, false);
        case CLASSIFIER_WITH_STREAMS -> new MeasuredStage.Classifying(partitions, true);
      };
    }
  }

  /// @param perSecond posts, of each time; the JVM is cold at first
  /// @param peakResidentMegabytes of the whole process
  public record Result(List<Double> perSecond, long peakResidentMegabytes) {

    /// When the JVM had compiled: the middle one of the last three.
    public double warm() {
      return perSecond.stream()
          .skip(perSecond.size() - 3)
          .sorted()
          .skip(1)
          .findFirst()
          .orElseThrow();
    }
  }

  /// @param threads among which the stage shares the partitions
  public static List<String> arguments(
      Kind kind, Path posts, Path work, int partitions, int threads) {
    return List.of(
        kind.name(),
        posts.toString(),
        work.toString(),
        Integer.toString(partitions),
        Integer.toString(threads));
  }

  /// @param arguments those of [#arguments], then where the result goes
  public static void main(String[] arguments) throws Exception {
    MeasuredStage stage = Kind.valueOf(arguments[0]).stage(Integer.parseInt(arguments[3]));
    Path posts = Path.of(arguments[1]);
    List<Double> perSecond =
        new StageRig(
                Path.of(arguments[2]),
                Integer.parseInt(arguments[4]),
                StreamsSettings.COMMIT_INTERVAL)
            .run(
                stage,
                bootstrap -> {
                  try (var meter = new StageMeter(bootstrap, stage)) {
                    return meter.measure(posts, TIMES);
                  }
                });
    Json.MAPPER.writeValue(
        Path.of(arguments[5]), new Result(perSecond, Memory.peakResidentMegabytes()));
  }
}
