package io.gistmill.processes;

import io.gistmill.launcher.service.Part;
import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// One process that takes in all posts live and that nobody disturbs: with what it makes of them,
/// others are compared. It runs once for all tests.
///
/// @param steps what it was sent
/// @param log what was written by the producer and by the stages
/// @param image what became of it
record Undisturbed(List<Step> steps, LogCopy log, LogImage image) {

  static final long SEED = Long.getLong("gistmill.processes.seed", 20_250_303);

  private static @Nullable Undisturbed once;

  static synchronized Undisturbed run() throws IOException {
    if (once == null) {
      Path folder = Files.createTempDirectory("gistmill-undisturbed-");
      try {
        once = run(folder);
      } finally {
        Utils.delete(folder.toFile());
      }
    }
    return once;
  }

  private static Undisturbed run(Path folder) {
    List<Step> steps = Step.of(SEED);
    try (var broker = BrokerProcess.start(folder)) {
      var installation = new Installation(folder, broker.bootstrapServers());
      installation.clock().set(Step.START);
      try (var all = installation.startDriven("all", Part.PRODUCER, Part.CLASSIFIER, Part.DIGEST)) {
        var run = new LiveRun(installation, new Sender(all.awaitReady()));
        steps.forEach(run::play);
        LogImage image = LogImage.upTo(steps.getLast().at(), broker.bootstrapServers());
        LogCopy log =
            LogCopy.of(
                broker.bootstrapServers(),
                Installation.TOPICS.posts(),
                Installation.TOPICS.tagged(),
                Installation.TOPICS.stories(),
                Installation.TOPICS.digests(),
                Installation.TOPICS.subscriptions());
        return new Undisturbed(steps, log, image);
      }
    }
  }
}
