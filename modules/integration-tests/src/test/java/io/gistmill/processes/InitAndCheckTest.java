package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.processes.GistmillProcess.Ended;
import io.gistmill.testsupport.peer.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The way of a new operator: `init`, `run`, and `check` that says what is wrong and how to mend
/// it.
@Timeout(300)
class InitAndCheckTest {

  @TempDir static Path folder;
  private static Path config;
  private static Ended init;
  private static GistmillProcess run;
  private static String broker;

  @BeforeAll
  static void initAndRun() throws IOException {
    config = folder.resolve("gistmill.yaml");
    init = GistmillProcess.run(folder.resolve("init"), "init", config.toString());
    int port = Installation.freePort();
    broker = "127.0.0.1:" + port;
    run =
        GistmillProcess.start(
            folder.resolve("run"),
            "run",
            "--config",
            config.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0",
            "--set",
            "broker.port=" + port);
    run.awaitReady();
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Test
  void initSaysWhatToDoNextAndNeverOverwrites() throws IOException {
    String before = Files.readString(config);

    Ended again = GistmillProcess.run(folder.resolve("again"), "init", config.toString());

    assertThat(init)
        .isEqualTo(
            new Ended(0, "wrote " + config + said("; edit it, then try it with: gistmill check")));
    assertThat(again)
        .isEqualTo(
            new Ended(2, config + said(" is there already; name another file, or move it away")));
    assertThat(Files.readString(config)).isEqualTo(before);
  }

  @Test
  void checkSaysThatAllIsWell() throws IOException {
    Ended check = check("well", "kafka.bootstrap=" + broker, "data=" + folder.resolve("new"));

    assertThat(check.printed().lines())
        .satisfiesExactly(
            data -> assertThat(data).startsWith("ok").contains("data", "new"),
            mails -> assertThat(mails).startsWith("ok").contains("mails"),
            key -> assertThat(key).startsWith("ok").contains("master.key is made at the start"),
            answer -> assertThat(answer).startsWith("ok").contains(broker + " answers, nodes: 1"),
            topics -> assertThat(topics).startsWith("ok").contains("as they must be"),
            http -> assertThat(http).startsWith("ok").contains("is free"));
    assertThat(check.status()).isZero();
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void checkSaysAllThatIsWrong() throws IOException {
    Ended check =
        check("wrong", "kafka.bootstrap=" + broker, "data=" + config + "/data", "partitions=3");

    assertThat(check.printed().lines().filter(line -> line.startsWith("FAIL")))
        .satisfiesExactly(
            data -> assertThat(data).contains("cannot be written to; give another folder as data"),
            mails -> assertThat(mails).contains("give another folder as mails"),
            key -> assertThat(key).contains("master.key cannot be made; name another as key-file"),
            posts -> assertThat(posts).contains("gistmill.posts has 4 partitions", "configure 4"),
            tagged -> assertThat(tagged).contains("gistmill.tagged has 4 partitions"));
    assertThat(check.status()).isEqualTo(1);
  }

  @Test
  void checkTriesMailServerDkimRecordAndWebhook() throws Exception {
    // given
    Path key = folder.resolve("dkim.pem");
    Files.writeString(key, pem());
    int smtp = Installation.freePort();
    try (var hook = new TestPeer()) {
      hook.on("/hook", "text/plain", "not the challenge");
      String url = hook.address("/hook").toString();

      // when
      Ended check =
          check(
              "ways",
              List.of("--webhook", url),
              "kafka.bootstrap=" + broker,
              "data=" + folder.resolve("new"),
              "mail.from=digests@example.org",
              "mail.smtp.host=127.0.0.1",
              "mail.smtp.port=" + smtp,
              "mail.dkim.domain=gistmill.invalid",
              "mail.dkim.selector=post",
              "mail.dkim.key-file=" + key,
              "webhooks.allow-private=true");

      // then
      assertThat(check.printed().lines().filter(line -> line.startsWith("FAIL")))
          .satisfiesExactly(
              server -> assertThat(server).contains("smtp", "check mail.smtp.host"),
              record -> assertThat(record).contains("dkim", "post._domainkey.gistmill.invalid"),
              webhook -> assertThat(webhook).contains(url, "its field challenge"));
      assertThat(check.status()).isEqualTo(1);
    }
  }

  private static String pem() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  @Test
  void checkSaysThatNoBrokerAnswers() throws IOException {
    String nobody = "127.0.0.1:" + Installation.freePort();

    Ended check = check("nobody", "kafka.bootstrap=" + nobody, "data=" + folder.resolve("new"));

    assertThat(check.printed())
        .containsOnlyOnce("FAIL")
        .contains(nobody + " does not answer", "check kafka.bootstrap", "that its brokers run");
    assertThat(check.status()).isEqualTo(1);
  }

  @Test
  void aServiceRefusesTopicsThatAreLaidOutInAnotherWay() throws IOException {
    Ended classifier =
        GistmillProcess.run(
            folder.resolve("classifier"),
            "classifier",
            "--port",
            "0",
            "--data",
            folder.resolve("classifier-data").toString(),
            "--set",
            "kafka.bootstrap=" + broker,
            "--set",
            "partitions=3");

    assertThat(classifier.printed())
        .contains("gistmill classifier failed: ", "gistmill.posts has 4 partitions", "configure 4")
        .doesNotContain("answers on", "\tat ");
    assertThat(classifier.status()).isEqualTo(1);
  }

  private static Ended check(String name, String... settings) throws IOException {
    return check(name, List.of(), settings);
  }

  private static Ended check(String name, List<String> more, String... settings)
      throws IOException {
    var arguments = new ArrayList<>(List.of(arguments(settings)));
    arguments.addAll(more);
    return GistmillProcess.run(folder.resolve(name), arguments.toArray(String[]::new));
  }

  private static String[] arguments(String... settings) {
    var arguments = new ArrayList<>(List.of("check", "--config", config.toString(), "--port", "0"));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments.toArray(String[]::new);
  }

  private static String said(String words) {
    return words + System.lineSeparator();
  }
}
