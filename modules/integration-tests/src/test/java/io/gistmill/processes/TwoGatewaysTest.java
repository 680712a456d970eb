package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Gateways side by side, each with its own copy, show the same, and one goes on without the other.
@Timeout(300)
class TwoGatewaysTest {

  private static final Duration LIMIT = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void bothShowTheSameAndOneGoesOnAlone() throws IOException, InterruptedException {
    Undisturbed undisturbed = Undisturbed.run();
    try (var broker = BrokerProcess.start(folder)) {
      undisturbed.log().writeTo(broker.bootstrapServers());
      var installation = new Installation(folder, broker.bootstrapServers());
      try (var one = installation.start("gateway", "gateway-1");
          var other = installation.start("gateway", "gateway-2")) {
        await().atMost(LIMIT).until(() -> isWhole(digests(one)) && isWhole(digests(other)));
        String digests = digests(one);
        assertThat(digests(other)).isEqualTo(digests);

        one.kill();

        assertThat(digests(other)).isEqualTo(digests);
      }
    }
  }

  private static boolean isWhole(String digests) {
    return digests.contains("2025-03-07")
        && digests.contains("2025-03-08")
        && digests.contains("2025-03-09");
  }

  private static String digests(GistmillProcess gateway) throws IOException, InterruptedException {
    return Http.get(gateway.url().resolve("/api/digests")).body();
  }
}
