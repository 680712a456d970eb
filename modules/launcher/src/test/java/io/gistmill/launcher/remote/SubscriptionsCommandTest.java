package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionsCommandTest {

  private static final String SUBSCRIBER =
      """
      {"subscriber":"u-1","email":"ada@example.com",
       "suspensions":[{"channel":"email","at":"2025-03-05T08:00:00Z","reason":"550 unknown"}],
       "subscriptions":[{"id":"u-1.a","topics":["rag"],"every":"week","at":"08:00","day":"friday",
         "zone":"Europe/Berlin","channels":["email"],"paused":true}]}
      """;

  private final ToldServer server = new ToldServer();

  @TempDir private Path temp = Path.of("");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void allPagesOfTheListAreShown() {
    // given
    server.says(
        "GET /api/subscriptions?after=", "{\"subscribers\":[" + SUBSCRIBER + "],\"next\":\"u-1\"}");
    server.says(
        "GET /api/subscriptions?after=u-1",
        "{\"subscribers\":[{\"subscriber\":\"u-2\",\"webhook\":\"https://b.example/h\"}]}");

    // when
    CommandRun run = server.run("subscriptions", "list");

    // then
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "u-1 ada@example.com",
            "CLOSED email since 2025-03-05T08:00:00Z: 550 unknown",
            "u-1.a  rag  every friday at 08:00 Europe/Berlin  by email  PAUSED",
            "u-2 https://b.example/h");
  }

  @Test
  void nobodyYetSaysWhatToDo() {
    // given
    server.says("GET /api/subscriptions?after=", "{\"subscribers\":[]}");

    // when
    CommandRun run = server.run("subscriptions", "list");

    // then
    assertThat(run.out()).contains("gistmill subscriptions add EMAIL");
  }

  @Test
  void whatIsAddedIsWhatWasSaidAndNoMore() {
    // given
    server.says(
        "POST /api/subscriptions",
        "{\"subscriber\":\"u-1\",\"subscription\":\"u-1.a\",\"manage\":\"https://x/manage/t\"}");

    // when
    CommandRun run =
        server.run(
            "subscriptions",
            "add",
            "ada@example.com",
            "--topics",
            "rag,moe",
            "--at",
            "07:15",
            "--zone",
            "Asia/Shanghai",
            "--send-empty");

    // then
    assertThat(run.out()).isEqualTo("u-1.a is added\nhttps://x/manage/t\n");
    assertThat(server.asked())
        .containsExactly(
            "POST /api/subscriptions {\"topics\":[\"rag\",\"moe\"],\"at\":\"07:15\","
                + "\"zone\":\"Asia/Shanghai\",\"sendEmpty\":true,\"email\":\"ada@example.com\"}");
  }

  @Test
  void whoShowsNoTokenIsToldThatAMailWasSent() {
    // given
    server.says(
        "POST /api/subscriptions",
        "{\"status\":\"waiting\",\"message\":\"A mail is on its way; open the link in it.\"}");

    // when
    CommandRun run = server.run("subscriptions", "add", "ada@example.com");

    // then
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "A mail is on its way; open the link in it.\n"
                + "to subscribe somebody at once, show the token; see --token\n");
  }

  @Test
  void anAddressIsAskedForBeforeAnythingIsSent() {
    // when
    CommandRun run = server.run("subscriptions", "add", "--at", "07:15");

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("an address of e-mail, or --webhook URL");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aChangeSendsWhatChanges() {
    // given
    server.says("PATCH /api/subscriptions/u-1.a", "{\"id\":\"u-1.a\"}");

    // when
    CommandRun run =
        server.run("subscriptions", "change", "u-1.a", "--items", "5", "--channels", "email");

    // then
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(server.asked())
        .containsExactly("PATCH /api/subscriptions/u-1.a {\"items\":5,\"channels\":[\"email\"]}");
  }

  @Test
  void aChangeOfNothingIsAMistake() {
    // when
    CommandRun run = server.run("subscriptions", "change", "u-1.a");

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("say what to change");
  }

  @ParameterizedTest
  @CsvSource({
    "pause, POST /api/subscriptions/u-1.a/pause, u-1.a is paused",
    "resume, POST /api/subscriptions/u-1.a/resume, u-1.a is resumed",
    "remove, DELETE /api/subscriptions/u-1.a, u-1.a is removed",
    "forget, DELETE /api/subscribers/u-1.a, u-1.a is forgotten"
  })
  void oneWordIsEnoughForTheRest(String command, String request, String said) {
    // given
    server.says(request, "");

    // when
    CommandRun run = server.run("subscriptions", command, "u-1.a");

    // then
    assertThat(run.out()).isEqualTo(said + "\n");
  }

  @Test
  void aSubscriptionIsShownWithWhatBecameOfItsDigests() {
    // given
    server.says("GET /api/subscriptions/u-1.a", "{\"id\":\"u-1.a\"}");
    server.says(
        "GET /api/subscriptions/u-1.a/deliveries",
        """
        {"digests":[{"cut":"2025-03-05T08:00:00Z","stories":4,"deliveries":[{"channel":"email",
        "state":{"is":"sent"},"attempts":[{"outcome":"451 later"},{"outcome":"250 OK"}]}]}]}
        """);

    // when
    CommandRun run = server.run("subscriptions", "show", "u-1.a");

    // then
    assertThat(run.out())
        .contains("2025-03-05T08:00:00Z  4 stories", "  email sent after 2 attempts: 250 OK");
  }

  @Test
  void anExportIsBroughtBackAsItIs() throws IOException {
    // given
    Path file =
        Files.writeString(temp.resolve("ada.json"), "{\"format\":\"x\"}", StandardCharsets.UTF_8);
    server.says("POST /api/subscribers", SUBSCRIBER);

    // when
    CommandRun run = server.run("subscriptions", "import", file.toString());
    CommandRun missing = server.run("subscriptions", "import", "nosuch.json");

    // then
    assertThat(run.out()).contains("u-1 ada@example.com");
    assertThat(server.asked()).containsExactly("POST /api/subscribers {\"format\":\"x\"}");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("nosuch.json: there is no such file");
  }

  @Test
  void aLinkIsPrintedAlone() {
    // given
    server.says("POST /api/subscribers/u-1/link", "{\"manage\":\"https://x/manage/t\"}");

    // when
    CommandRun run = server.run("subscriptions", "link", "u-1");

    // then
    assertThat(run.out()).isEqualTo("https://x/manage/t\n");
  }
}
