package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Posts that were sent live through HTTP, day by day, and the same log read again by others in one
/// go, years later: both give the same digests.
@Timeout(300)
class LiveAndReadAgainTest {

  @TempDir Path folder;

  @Test
  void theSameLogGivesTheSameDigests() throws IOException {
    Undisturbed live = Undisturbed.run();
    assertThat(live.image().digestsMade()).isGreaterThan(30);
    try (var broker = BrokerProcess.start(folder)) {
      var again = new Installation(folder, broker.bootstrapServers());
      live.log()
          .in(Installation.TOPICS.posts(), Installation.TOPICS.subscriptions())
          .writeTo(broker.bootstrapServers());

      try (var classifier = again.start("classifier", "classifier");
          var digest = again.start("digest", "digest")) {
        classifier.awaitReady();
        digest.awaitReady();

        LogImage image = LogImage.upTo(live.steps().getLast().at(), broker.bootstrapServers());
        image.assertSameAs(live.image());
      }
    }
  }
}
