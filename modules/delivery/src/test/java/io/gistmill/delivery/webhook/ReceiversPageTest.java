package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.webhook.WebhookChallenge.Result;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.AddressGuard;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The receivers of the page run as they stand there, and verify by public libraries what comes.
@Timeout(120)
class ReceiversPageTest {

  private static final Path ROOT = Path.of(System.getProperty("gistmill.root", "."));
  private static final Path PACKAGES = ROOT.resolve("modules/delivery/src/test/js/node_modules");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path folder;

  @Test
  void theReceiverInJavaDoesWhatThePageSays() throws Exception {
    // given
    Path program = Files.writeString(folder.resolve("Receiver.java"), snippet("java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    var library = Webhook.class.getProtectionDomain().getCodeSource().getLocation();

    // when, then
    assertReceives(java, "-cp", Path.of(library.toURI()).toString(), program.toString());
  }

  @Test
  void theReceiverInJavaScriptDoesWhatThePageSays() throws Exception {
    // given
    String node = installed("node");
    assumeTrue(
        Files.isDirectory(PACKAGES.resolve("standardwebhooks")),
        "not run: npm install in modules/delivery/src/test/js brings the library");
    Path program = Files.writeString(folder.resolve("receiver.mjs"), snippet("javascript"));
    Path link = folder.resolve("node_modules");
    Files.createSymbolicLink(link, PACKAGES.toAbsolutePath());

    // when, then
    try {
      assertReceives(node, program.toString());
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void theReceiverInPythonDoesWhatThePageSays() throws Exception {
    // given
    String python = installed("python3");
    Path program = Files.writeString(folder.resolve("receiver.py"), snippet("python"));

    // when, then
    assertReceives(python, program.toString());
  }

  @Test
  void theLadderIsTheOneOfThePage() throws IOException {
    // given
    String pauses =
        RetryLadder.WEBHOOK.pauses().stream()
            .map(ReceiversPageTest::words)
            .collect(Collectors.joining(", "))
            .replaceAll(", (\\S+ \\S+)$", " and $1");

    // when
    String page = page().replaceAll("\\s+", " ");

    // then
    assertThat(RetryLadder.WEBHOOK.tries()).isEqualTo(10);
    assertThat(page).contains("Tries come at once, then after " + pauses + ", each pause");
  }

  private static String words(Duration pause) {
    if (pause.toHours() > 0) {
      return pause.toHours() + " h";
    }
    return pause.toMinutes() > 0 ? pause.toMinutes() + " min" : pause.toSeconds() + " s";
  }

  /// Challenge, digest, digest while the secret is changed, forged digest.
  private void assertReceives(String... command) throws Exception {
    int port = freePort();
    Process receiver = start(port, command);
    try {
      Endpoint first = endpoint(port, 1, null);
      await().atMost(Duration.ofSeconds(60)).until(() -> listens(receiver, port));
      assertThat(challenge(first)).isEqualTo(new Result.Met());
      assertThat(post(Samples.SECRETS, first)).isEqualTo(taken());
      Instant tomorrow = CLOCK.instant().plus(Duration.ofDays(1));
      assertThat(post(Samples.SECRETS, endpoint(port, 2, tomorrow))).isEqualTo(taken());
      assertThat(post(Samples.SECRETS, endpoint(port, 2, null)).answer())
          .startsWith("127.0.0.1 answered 401");
      var others =
          new WebhookSecrets(new MasterKey("the key of somebody else, no secret".getBytes(UTF_8)));
      assertThat(post(others, first).answer()).startsWith("127.0.0.1 answered 401");
    } finally {
      receiver.destroyForcibly();
      receiver.waitFor();
    }
  }

  private Process start(int port, String... command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("WEBHOOK_SECRET", Samples.SECRETS.secret("wei", 1));
    return builder.start();
  }

  private boolean listens(Process receiver, int port) throws IOException {
    assertThat(receiver.isAlive()).as(() -> "it ended: " + output()).isTrue();
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (ConnectException _) {
      return false;
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Result challenge(Endpoint endpoint) throws InterruptedException {
    try (var challenge =
        new WebhookChallenge(
            AddressGuard.withPrivate(), Samples.SECRETS, CLOCK, new SplittableRandom(7))) {
      return challenge.ask("wei", endpoint, URI.create("https://news.example.org/"), "en");
    }
  }

  private static Outcome post(WebhookSecrets secrets, Endpoint endpoint)
      throws InterruptedException {
    try (var transport = new WebhookTransport(AddressGuard.withPrivate(), secrets, CLOCK)) {
      return transport.send(
          Samples.digest(3, Samples.line("词 & \"words\"")), Samples.recipient(endpoint));
    }
  }

  private static Outcome taken() {
    return new Outcome.Accepted("127.0.0.1 answered 200");
  }

  private static Endpoint endpoint(int port, int generation, @Nullable Instant rotated) {
    URI hook = URI.create("http://127.0.0.1:" + port + "/hook" + (generation > 1 ? "#v1a" : ""));
    return new Endpoint(
        hook.toString(), Endpoint.Format.STANDARD, generation, rotated, Samples.CUT);
  }

  private static String snippet(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL).matcher(page());
    assertThat(matcher.find()).as("a receiver in " + language).isTrue();
    return matcher.group(1);
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/how-to/receive-webhooks.md"), UTF_8);
  }

  private static String installed(String program) {
    List<String> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(place -> Path.of(place, program))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .toList();
    assumeTrue(!found.isEmpty(), "not run: there is no " + program + " here");
    return found.getFirst();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
