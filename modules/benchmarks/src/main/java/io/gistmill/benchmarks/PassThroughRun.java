package io.gistmill.benchmarks;

import io.gistmill.contracts.Json;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.List;

/// The pass-through in a JVM of its own.
final class PassThroughRun {

  private static final int TIMES = 3;

  private PassThroughRun() {}

  /// @param perSecond posts, of each time; the JVM is cold at first
  record Result(List<Double> perSecond) {}

  /// @param arguments the posts, a folder for data, how many partitions, where the result goes
  public static void main(String[] arguments) throws Exception {
    Path posts = Path.of(arguments[0]);
    var passThrough =
        new PassThrough(
            Path.of(arguments[1]), Integer.parseInt(arguments[2]), StreamsSettings.COMMIT_INTERVAL);
    List<Double> perSecond =
        passThrough.run(
            (bootstrap, from, to) -> {
              try (var meter = new PassThroughMeter(bootstrap, from, to)) {
                return meter.measure(posts, TIMES);
              }
            });
    Json.MAPPER.writeValue(Path.of(arguments[3]), new Result(perSecond));
  }
}
