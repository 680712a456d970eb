package io.gistmill.determinism;

import io.gistmill.contracts.Topics;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.runtime.streams.StreamsService;
import java.nio.file.Path;
import java.time.Duration;

/// Runs one stage in a JVM of its own, to be killed.
public final class StageProcess {

  /// Short, so that a killed instance is missed soon.
  private static final Duration SESSION = Duration.ofSeconds(3);

  private static final Duration TRANSACTION = Duration.ofSeconds(10);

  private StageProcess() {}

  /// @param arguments stage, address of the broker, partitions, folder for state
  public static void main(String[] arguments) throws InterruptedException {
    var topics =
        new Topics("gistmill", Integer.parseInt(arguments[2]), Integer.parseInt(arguments[2]));
    StreamsService service =
        Stage.valueOf(arguments[0])
            .start(
                arguments[1],
                topics,
                Path.of(arguments[3]),
                settings -> settings.withTimeouts(SESSION, TRANSACTION));
    if (!service.awaitRunning(Duration.ofSeconds(60))) {
      throw new IllegalStateException("the stage is not running after a minute");
    }
    System.out.println("ready " + arguments[0]);
    service.stopped().join();
  }
}
