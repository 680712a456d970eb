package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.Main;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A service whose configuration is wrong says all that is wrong, each with its place, and starts
/// nothing: no Kafka client, not even a folder.
@Timeout(120)
class WrongConfigurationTest {

  @TempDir Path folder;

  @Test
  void tellsAllMistakesAndAsksNoBroker() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    try (var broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          file,
          """
          kafka:
            bootstrap: 127.0.0.1:PORT
          partitions: many
          zone: Mars/Olympus
          stages:
            sesion: 6s
          http:
            port: 70000
          data: FOLDER
          """
              .replace("PORT", Integer.toString(broker.getLocalPort()))
              .replace("FOLDER", folder.resolve("data").toString()));

      int status;
      String printed;
      try (var classifier =
          GistmillProcess.start(
              JavaProgram.of(Main.class, "classifier", "--config", file.toString())
                  .withProperty("gistmill.log", "INFO"),
              folder.resolve("log"))) {
        status = classifier.jvm().awaitExit();
        printed = Files.readString(folder.resolve("log"));
      }

      assertThat(status).isEqualTo(2);
      assertThat(printed)
          .contains(file + ":3: partitions: 'many'")
          .contains(file + ":4: zone: 'Mars/Olympus'")
          .contains(file + ":6: stages.sesion: unknown; did you mean stages.session?")
          .contains(file + ":8: http.port: '70000'")
          .contains("classifier failed")
          .doesNotContain("Kafka version");
      assertThat(folder.resolve("data")).doesNotExist();
      assertThat(wasCalled(broker)).isFalse();
    }
  }

  private static boolean wasCalled(ServerSocket broker) throws IOException {
    broker.setSoTimeout(1);
    try {
      broker.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
