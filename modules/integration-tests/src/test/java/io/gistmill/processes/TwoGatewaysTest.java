package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Gateways side by side, each with its own copy, show the same, and one goes on without the other.
@Timeout(300)
class TwoGatewaysTest {

  @TempDir Path folder;

  @Test
  void bothShowTheSameAndOneGoesOnAlone() throws IOException, InterruptedException {
    Undisturbed undisturbed = Undisturbed.run();
    try (var broker = BrokerProcess.start(folder)) {
      undisturbed.log().writeTo(broker.bootstrapServers());
      var installation = new Installation(folder, broker.bootstrapServers());
      try (var one = installation.start("gateway", "gateway-1");
          var other = installation.start("gateway", "gateway-2")) {
        String digests = digests(one.awaitReady());
        assertThat(digests(other.awaitReady())).isEqualTo(digests);
        assertThat(digests).contains("2025-03-07", "2025-03-08", "2025-03-09");

        one.kill();

        assertThat(digests(other)).isEqualTo(digests);
      }
    }
  }

  private static String digests(GistmillProcess gateway) throws IOException, InterruptedException {
    return Http.get(gateway.url().resolve("/api/digests")).body();
  }
}
