package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Against a cluster that asks for user and password: everything in `kafka.properties` reaches
/// every client, and whoever has the wrong password is told so.
@Timeout(300)
class SecuredClusterTest {

  private static final String JAAS =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"gistmill\" password=\"%s\"%s;";

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker =
        EmbeddedKafka.start(
            folder.resolve("broker"),
            BrokerOptions.DEFAULT
                .with(
                    "listener.security.protocol.map",
                    "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .with("inter.broker.listener.name", "PLAINTEXT")
                .with("sasl.enabled.mechanisms", "PLAIN")
                .with("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .with(
                    "listener.name.plaintext.plain.sasl.jaas.config",
                    JAAS.formatted("right", " user_gistmill=\"right\"")));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everythingRunsWithTheRightPassword() throws IOException, InterruptedException {
    Path config = config("right");

    try (var gistmill = RunningGistmill.start(folder, "--config", config.toString())) {
      gistmill.post("/api/posts", "{\"id\": \"1\", \"text\": \"Our RAG index fits on a phone.\"}");

      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () -> {
                assertThat(gistmill.get("/health/ready")).contains("ready");
                assertThat(gistmill.get("/api/search?q=phone")).contains("fits on a phone");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void theWrongPasswordIsTold(String command) throws IOException {
    Path config = config("wrong");
    var said = new StringWriter();
    CommandLine gistmill = Main.commandLine();
    gistmill.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

    int status =
        gistmill.execute(
            command,
            "--config",
            config.toString(),
            "--set",
            "data=" + folder.resolve(command),
            "--port",
            "0");

    assertThat(said.toString())
        .contains("Authentication failed: Invalid username or password")
        .contains("check kafka.properties")
        .doesNotContain("\"wrong\"");
    assertThat(status).isEqualTo(1);
  }

  private static Path config(String password) throws IOException {
    return Files.writeString(
        folder.resolve(password + ".yaml"),
        """
        kafka:
          bootstrap: %s
          properties:
            security.protocol: SASL_PLAINTEXT
            sasl.mechanism: PLAIN
            sasl.jaas.config: '%s'
        """
            .formatted(broker.bootstrapServers(), JAAS.formatted(password, "")),
        StandardCharsets.UTF_8);
  }
}
