package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Subscriptions over HTTP, for owners and for the operator.
class OwnerApiTest {

  private static final String SUBSCRIBER = "u-0123456789abcdef01234567";

  private static TestBroker broker;
  private static Rig rig;
  private static Path copy;
  private static ApiDescription description;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    description = ApiDescription.read("api-subscriptions.yaml");
    broker = TestBroker.start();
    rig = new Rig(broker, "ownerapi", folder);
    copy = folder.resolve("copy.db");
    World.write(rig);
    rig.settle();
  }

  @AfterAll
  static void stop() {
    rig.close();
    broker.close();
  }

  @Test
  void theOperatorSubscribesSomebodyWithoutAsking() throws Exception {
    // when
    HttpResponse<String> created =
        operator(
            "POST",
            "/api/subscriptions",
            "{\"email\":\"op@example.com\",\"topics\":[\"rag\",\"agents\"],\"every\":\"week\","
                + "\"day\":\"friday\",\"at\":\"17:30\",\"zone\":\"Europe/Berlin\",\"items\":7}");

    // then
    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode one = json(operator("GET", path(created), ""));
    assertThat(one.path("topics")).hasSize(2);
    assertThat(one.path("day").asString()).isEqualTo("friday");
    assertThat(one.path("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(one.path("items").asInt()).isEqualTo(7);
    assertThat(rig.people().to("op@example.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"day\":\"friday\"                            | 'day' has an effect on weekly digests"
            + " alone",
        "\"every\":\"day\",\"day\":\"friday\"            | give 'every' week, or leave it out",
        "\"every\":\"quarter-hour\",\"at\":\"09:00\"     | 'at' has no effect",
        "\"every\":\"quarter-hour\",\"sendEmpty\":true | leave 'sendEmpty' out"
      })
  void whatWouldHaveNoEffectIsRefused(String fields, String words) throws Exception {
    // when
    HttpResponse<String> answer =
        operator("POST", "/api/subscriptions", "{\"email\":\"vain@example.com\"," + fields + "}");

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"items\":0           | items: '0' is no whole number between 1 and 200",
        "\"minutes\":-3        | minutes: '-3' is no whole number between 0 and 1440",
        "\"language\":\"de\"   | language: 'de' is none of any, en and zh",
        "\"every\":\"now\"     | every: 'now' is none of day, week and quarter-hour",
        "\"at\":\"late\"       | at: 'late' is no time of day",
        "\"zone\":\"Foo/Bar\"  | \"'Foo/Bar' is no time zone",
        "\"filter\":\"a AND (\" | \"Filter, character"
      })
  void aMistakeNamesItsField(String field, String words) throws Exception {
    // when
    HttpResponse<String> answer =
        operator("POST", "/api/subscriptions", "{\"email\":\"vain@example.com\"," + field + "}");

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void aChangeThatWouldHaveNoEffectIsRefused() throws Exception {
    // given
    String daily = path(operator("POST", "/api/subscriptions", "{\"email\":\"day@example.com\"}"));

    // when
    HttpResponse<String> vain = operator("PATCH", daily, "{\"day\":\"friday\"}");
    HttpResponse<String> weekly =
        operator("PATCH", daily, "{\"every\":\"week\",\"day\":\"friday\"}");
    HttpResponse<String> again = operator("PATCH", daily, "{\"day\":\"sunday\"}");

    // then
    assertThat(vain.statusCode()).isEqualTo(400);
    assertThat(vain.body()).contains("'day' has an effect on weekly digests alone");
    assertThat(json(weekly).path("day").asString()).isEqualTo("friday");
    assertThat(json(again).path("day").asString()).isEqualTo("sunday");
  }

  @Test
  void whatHasNoEffectIsNotShown() throws Exception {
    // given
    String path =
        path(
            operator(
                "POST",
                "/api/subscriptions",
                "{\"email\":\"often@example.com\",\"every\":\"quarter-hour\"}"));

    // when
    JsonNode shown = json(operator("GET", path, ""));

    // then
    assertThat(shown.has("at")).isFalse();
    assertThat(shown.has("day")).isFalse();
  }

  @Test
  void anOwnerChangesPausesMutesAndEndsWithTheTokenOfTheLink() throws Exception {
    // given
    HttpResponse<String> created =
        operator("POST", "/api/subscriptions", "{\"email\":\"own@example.com\"}");
    String owner = "Bearer " + token(created);
    String path = path(created);

    // when
    JsonNode changed = json(as(owner, "PATCH", path, "{\"at\":\"06:45\",\"language\":\"zh\"}"));
    JsonNode paused = json(as(owner, "POST", path + "/pause", ""));
    JsonNode muted = json(as(owner, "POST", path + "/mutes", "{\"author\":\"@Nadia\"}"));
    JsonNode resumed = json(as(owner, "POST", path + "/resume", ""));

    // then
    assertThat(changed.path("at").asString()).isEqualTo("06:45");
    assertThat(changed.path("language").asString()).isEqualTo("zh");
    assertThat(paused.path("paused").asBoolean()).isTrue();
    assertThat(muted.path("mutedAuthors").get(0).asString()).isEqualTo("@nadia");
    assertThat(resumed.path("paused").asBoolean()).isFalse();
    assertThat(resumed.path("mutedAuthors")).hasSize(1);
    assertThat(as(owner, "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(as(owner, "GET", path, "").statusCode()).isEqualTo(404);
    JsonNode left = json(as(owner, "GET", "/api/subscriptions", "")).path("subscribers").get(0);
    assertThat(left.path("subscriptions")).isEmpty();
  }

  @Test
  void nobodySeesOrChangesWhatIsAnothers() throws Exception {
    // given
    HttpResponse<String> mine =
        operator("POST", "/api/subscriptions", "{\"email\":\"mine@example.com\"}");
    HttpResponse<String> theirs =
        operator("POST", "/api/subscriptions", "{\"email\":\"theirs@example.com\"}");
    String owner = "Bearer " + token(mine);
    String subscriber = json(theirs).path("subscriber").asString();

    // then
    assertThat(as(owner, "GET", path(theirs), "").statusCode()).isEqualTo(404);
    assertThat(as(owner, "PATCH", path(theirs), "{\"at\":\"01:00\"}").statusCode()).isEqualTo(404);
    assertThat(as(owner, "DELETE", path(theirs), "").statusCode()).isEqualTo(404);
    assertThat(as(owner, "GET", "/api/subscribers/" + subscriber, "").statusCode()).isEqualTo(404);
    assertThat(as(owner, "DELETE", "/api/subscribers/" + subscriber, "").statusCode())
        .isEqualTo(404);
    assertThat(as(owner, "POST", "/api/subscribers/" + subscriber + "/link", "").statusCode())
        .isEqualTo(401);
    assertThat(json(as(owner, "GET", "/api/subscriptions", "")).path("subscribers")).hasSize(1);
    assertThat(operator("GET", path(theirs), "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/subscriptions, 401",
    "GET, /api/subscriptions/x, 401",
    "PATCH, /api/subscriptions/x, 401",
    "DELETE, /api/subscriptions/x, 401",
    "GET, /api/subscribers/x, 401",
    "PUT, /api/subscribers/x, 401",
    "POST, /api/subscribers, 401",
    "POST, /api/subscribers/x/link, 401",
    "GET, /api/subscribers/x/secret, 401"
  })
  void withoutTokenNothingIsShownOrChanged(String method, String path, int status)
      throws Exception {
    // when
    HttpResponse<String> answer = rig.send(method, path, "{}");

    // then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"error\"", "\"mend\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[]",
        "nonsense",
        "`{\"colour\":\"red\",\"email\":\"a@example.com\"}`",
        "`{\"email\":\"a@example.com\",\"zone\":\"Foo/Bar\"}`",
        "{}"
      })
  void aBodyThatCannotBeUsedIsRefusedWithTheMend(String body) throws Exception {
    // when
    HttpResponse<String> answer = rig.send("POST", "/api/subscriptions", body);

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\"", "\"mend\"");
  }

  @Test
  void theSecretOfAWebhookIsShownToItsOwnerAndRotated() throws Exception {
    // given
    HttpResponse<String> created =
        operator(
            "POST",
            "/api/subscriptions",
            "{\"email\":\"sec@example.com\",\"webhook\":\"https://hooks.example.com/sec\"}");
    String subscriber = json(created).path("subscriber").asString();
    String owner = "Bearer " + token(created);
    String path = "/api/subscribers/" + subscriber + "/secret";

    // when
    JsonNode before = json(as(owner, "GET", path, ""));
    JsonNode after = json(as(owner, "POST", path, ""));

    // then
    assertThat(before.path("secret").asString()).isEqualTo("whsec_" + subscriber + "_1");
    assertThat(before.path("publicKey").asString()).isEqualTo("whpk_" + subscriber + "_1");
    assertThat(after.path("secret").asString()).isEqualTo("whsec_" + subscriber + "_2");
    assertThat(Instant.parse(after.path("rotated").asString())).isAfter(Instant.now());
  }

  @Test
  void pageOfAnotherSiteSignsNobodyUp() throws Exception {
    // given
    String wanted = "{\"email\":\"victim@example.com\"}";

    // when
    HttpResponse<String> answer =
        rig.send("POST", "/api/subscriptions", wanted, "Sec-Fetch-Site", "cross-site");

    // then
    description.check("post", "/api/subscriptions", answer.statusCode(), answer.body());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("link to /subscribe");
  }

  @Test
  void clientBehindTheProxyHasToWaitWhereOthersNeedNot() throws Exception {
    // given
    String wanted = "{\"webhook\":\"" + People.DEAF + "\"}";
    var answers = new ArrayList<Integer>();

    // when
    for (int i = 0; i <= 30; i++) {
      answers.add(from("forged, 192.0.2.7", wanted));
    }
    int lineOfItsOwn = from("forged-" + answers.size(), "192.0.2.7", wanted);

    // then
    assertThat(answers.subList(0, 30)).containsOnly(422);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(lineOfItsOwn).isEqualTo(429);
    assertThat(from("forged, 192.0.2.8", wanted)).isEqualTo(422);
    assertThat(from("192.0.2.7, ", wanted)).as("the proxy itself").isEqualTo(422);
  }

  private static int from(String first, String second, String wanted) throws Exception {
    return rig.send(
            "POST",
            "/api/subscriptions",
            wanted,
            "X-Forwarded-For",
            first,
            "X-Forwarded-For",
            second)
        .statusCode();
  }

  private static int from(String forwarded, String wanted) throws Exception {
    HttpResponse<String> answer =
        rig.send("POST", "/api/subscriptions", wanted, "X-Forwarded-For", forwarded);
    description.check("post", "/api/subscriptions", answer.statusCode(), answer.body());
    return answer.statusCode();
  }

  @Test
  void whatCameBackShowsItsReasonToOwnersAndPrograms() throws Exception {
    // given
    Subscribed owner = subscribed();
    rig.write(owner);
    rig.digest(new DigestEvent.Made(digest(owner.subscriptions().getFirst())));
    rig.write(
        new DeliveryEvent.Updated(
            delivery(
                new Delivery.State.Bounced(
                    Samples.NOW, BounceKind.HARD, "5.1.1 no such mailbox"))));
    rig.settle();

    // when
    JsonNode answer =
        json(operator("GET", "/api/subscriptions/" + SUBSCRIBER + ".1/deliveries", ""));
    String manage =
        json(operator("POST", "/api/subscribers/" + SUBSCRIBER + "/link", ""))
            .path("manage")
            .asString();
    String page = rig.get(URI.create(manage).getPath() + "/s/" + SUBSCRIBER + ".1").body();

    // then
    JsonNode state = answer.path("digests").get(0).path("deliveries").get(0).path("state");
    assertThat(state.path("is").asString()).isEqualTo("bounced");
    assertThat(state.path("kind").asString()).isEqualTo("hard");
    assertThat(page).contains("came back for good on ", "5.1.1 no such mailbox");
  }

  @Test
  void whatWasSentIsListedWithEveryAttempt() throws Exception {
    // given
    Subscribed owner = subscribed();
    rig.write(owner);
    rig.digest(new DigestEvent.Made(digest(owner.subscriptions().getFirst())));
    rig.write(new DeliveryEvent.Updated(delivery(new Delivery.State.Sending(Samples.NOW))));
    rig.write(new DeliveryEvent.Updated(delivery(new Delivery.State.Sent(Samples.NOW))));
    rig.settle();

    // when
    JsonNode answer =
        json(operator("GET", "/api/subscriptions/" + SUBSCRIBER + ".1/deliveries", ""));

    // then
    JsonNode digest = answer.path("digests").get(0);
    assertThat(answer.path("digests")).hasSize(1);
    assertThat(digest.path("stories").asInt()).isEqualTo(3);
    assertThat(digest.path("deliveries").get(0).path("state").path("is").asString())
        .isEqualTo("sent");
    assertThat(digest.path("deliveries").get(0).path("attempts")).hasSize(2);
  }

  @Test
  void whatIsExportedCanBeBroughtToAnotherOwnerOrBack() throws Exception {
    // given
    HttpResponse<String> created =
        operator(
            "POST",
            "/api/subscriptions",
            "{\"email\":\"exp@example.com\",\"topics\":[\"rag\"],\"at\":\"19:00\"}");
    String subscriber = json(created).path("subscriber").asString();
    String owner = "Bearer " + token(created);
    as(owner, "POST", path(created) + "/mutes", "{\"story\":\"story-zh1\"}");

    // when
    String export = as(owner, "GET", "/api/subscribers/" + subscriber, "").body();
    as(owner, "DELETE", path(created), "");
    HttpResponse<String> imported = as(owner, "PUT", "/api/subscribers/" + subscriber, export);

    // then
    assertThat(export).contains("exp@example.com", "\"format\" : \"gistmill-subscriber/1\"");
    assertThat(imported.statusCode()).isEqualTo(200);
    JsonNode back = json(imported).path("subscriptions").get(0);
    assertThat(back.path("at").asString()).isEqualTo("19:00");
    assertThat(back.path("mutedStories").get(0).asString()).isEqualTo("story-zh1");

    // when
    as(owner, "DELETE", "/api/subscribers/" + subscriber, "");
    HttpResponse<String> restored = operator("POST", "/api/subscribers", export);

    // then
    assertThat(restored.statusCode()).isEqualTo(201);
    assertThat(json(restored).path("email").asString()).isEqualTo("exp@example.com");
    assertThat(json(restored).path("subscriptions")).hasSize(1);
  }

  @Test
  void whoIsForgottenLeavesNoRow() throws Exception {
    // given
    HttpResponse<String> created =
        operator("POST", "/api/subscriptions", "{\"email\":\"gone@example.com\"}");
    String subscriber = json(created).path("subscriber").asString();
    String owner = "Bearer " + token(created);

    // when
    HttpResponse<String> forgotten = as(owner, "DELETE", "/api/subscribers/" + subscriber, "");

    // then
    assertThat(forgotten.statusCode()).isEqualTo(204);
    assertThat(operator("GET", "/api/subscribers/" + subscriber, "").statusCode()).isEqualTo(404);
    assertThat(operator("GET", path(created), "").statusCode()).isEqualTo(404);
    assertThat(operator("GET", "/api/subscriptions", "").body()).doesNotContain("gone@example.com");
  }

  @Test
  void everyMethodOfTheDescriptionIsThere() throws Exception {
    for (String path : description.paths()) {
      for (String method : description.methods(path)) {
        // when
        HttpResponse<String> answer =
            rig.send(
                method.toUpperCase(Locale.ROOT),
                path.replace("{id}", "nope"),
                "[]",
                "Authorization",
                People.OPERATOR);

        // then
        assertThat(answer.statusCode()).as(method + " " + path).isIn(200, 400, 404);
        if (answer.statusCode() == 404) {
          assertThat(answer.body()).contains("there is no such subscription or subscriber");
        }
        description.check(method, path, answer.statusCode(), answer.body());
      }
    }
  }

  @Test
  void theCopyIsForTheEyesOfItsOwnerAlone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(copy.resolveSibling("copy.db-wal"))))
        .isEqualTo("rw-------");
  }

  private static Subscribed subscribed() {
    var subscription =
        new Subscription(
                SUBSCRIBER + ".1",
                SUBSCRIBER,
                "rag",
                new Cadence.Daily(LocalTime.of(8, 0)),
                Samples.ZONE,
                10)
            .by(List.of(Channel.EMAIL));
    return new Subscribed(
        SUBSCRIBER,
        List.of(subscription),
        new Contact(new Contact.Mailbox("sent@example.com", Samples.NOW), null));
  }

  private static Digest digest(Subscription subscription) {
    return new Digest(
        SUBSCRIBER + ".1-d",
        subscription,
        World.YESTERDAY,
        Samples.NOW,
        List.of(
            new Digest.Item(
                "story-old1",
                Fixed.of(0.5),
                List.of(new Digest.PostRef("old1", "story-old1", World.YESTERDAY)))),
        2,
        "aa");
  }

  private static Delivery delivery(Delivery.State state) {
    return new Delivery(
        SUBSCRIBER + ".1-d",
        Channel.EMAIL,
        SUBSCRIBER,
        SUBSCRIBER + ".1",
        Samples.NOW,
        Samples.NOW,
        state,
        List.of(
            new Delivery.Attempt(1, Samples.NOW, "451 come back later"),
            new Delivery.Attempt(2, Samples.NOW.plusSeconds(300), "250 OK")));
  }

  private static HttpResponse<String> operator(String method, String path, String body)
      throws Exception {
    return as(People.OPERATOR, method, path, body);
  }

  private static HttpResponse<String> as(String who, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = rig.send(method, path, body, "Authorization", who);
    description.check(
        method.toLowerCase(Locale.ROOT), described(path), answer.statusCode(), answer.body());
    return answer;
  }

  /// Every answer of these tests is held against the description.
  private static String described(String path) {
    return path.replaceAll("^(/api/(subscriptions|subscribers))/[^/]+", "$1/{id}");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return Json.MAPPER.readTree(answer.body());
  }

  private static String path(HttpResponse<String> created) {
    return "/api/subscriptions/" + json(created).path("subscription").asString();
  }

  private static String token(HttpResponse<String> created) {
    String link = json(created).path("manage").asString();
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
