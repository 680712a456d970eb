package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.gateway.subscribe.Letter;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How people come and leave, over real HTTP and a real broker.
class SignUpTest {

  private static TestBroker broker;
  private static Rig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    broker = TestBroker.start();
    rig = new Rig(broker, "signup", folder);
    rig.tick(Samples.NOW);
    rig.settle();
  }

  @AfterAll
  static void stop() {
    rig.close();
    broker.close();
  }

  @Test
  void nothingIsStoredBeforeTheButtonInTheMailIsPressed() throws Exception {
    // given
    HttpResponse<String> asked = form("ada@example.com", "topics=rag", "at=07:15");
    String link = rig.people().link("ada@example.com", 1);

    // when
    HttpResponse<String> opened = rig.get(link);
    HttpResponse<String> looked = rig.send("HEAD", link, "");

    // then
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains("Look into your mailbox");
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Confirm");
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(subscriptionsOf("ada@example.com")).isEmpty();

    // when
    HttpResponse<String> confirmed = rig.form(link);

    // then
    assertThat(confirmed.statusCode()).isEqualTo(303);
    String manage = confirmed.headers().firstValue("Location").orElseThrow();
    assertThat(rig.get(manage).body())
        .contains("Retrieval", "Every day at 07:15", "ada@example.com");
    JsonNode one = subscriptionsOf("ada@example.com").getFirst();
    assertThat(one.path("topics").get(0).asString()).isEqualTo("rag");
    assertThat(one.path("id").asString()).matches("u-[0-9a-f]{24}\\.[0-9a-z]+");
  }

  @Test
  void confirmingTwiceIsConfirmingOnceEvenAfterAChange() throws Exception {
    // given
    form("bea@example.com", "topics=rag");
    String link = rig.people().link("bea@example.com", 1);
    String manage = confirmed(link);
    String id = subscriptionsOf("bea@example.com").getFirst().path("id").asString();
    rig.form(manage + "/s/" + id, "at=21:45");

    // when
    HttpResponse<String> again = rig.form(link);

    // then
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(subscriptionsOf("bea@example.com")).hasSize(1);
    assertThat(subscriptionsOf("bea@example.com").getFirst().path("at").asString())
        .isEqualTo("21:45");
  }

  @Test
  void anotherSignUpOfTheSamePersonIsAnotherSubscription() throws Exception {
    // given
    form("cleo@example.com", "topics=rag");
    confirmed(rig.people().link("cleo@example.com", 1));

    // when
    HttpResponse<String> second = form("Cleo@Example.com", "topics=agents");
    confirmed(rig.people().letters("Cleo@example.com", 1).getFirst().link().getPath());

    // then
    assertThat(second.body()).contains("Look into your mailbox");
    assertThat(subscriptionsOf("Cleo@example.com")).hasSize(2);
  }

  @Test
  void anAddressThatItsOwnerLeftOpensNothingOfTheirs() throws Exception {
    // given
    form("gil@work.example.com", "topics=rag");
    String manage = confirmed(rig.people().link("gil@work.example.com", 1));
    rig.form(manage + "/mailbox", "email=gil@home.example.com");
    confirmed(rig.people().link("gil@home.example.com", 1));

    // when
    form("gil@work.example.com", "topics=agents");
    String other = confirmed(rig.people().link("gil@work.example.com", 2));

    // then
    assertThat(rig.get(other).body()).contains("gil@work.example.com").doesNotContain("Retrieval");
    assertThat(rig.get(manage).body()).contains("gil@home.example.com", "Retrieval");
  }

  @Test
  void theAnswerIsTheSameWhetherSomebodyIsKnownOrNot() throws Exception {
    // given
    form("dora@example.com");
    confirmed(rig.people().link("dora@example.com", 1));

    // when
    HttpResponse<String> known = rig.form("/subscribe/link", "address=dora@example.com");
    HttpResponse<String> unknown = rig.form("/subscribe/link", "address=nobody@example.com");

    // then
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body());
    Letter letter = rig.people().letters("dora@example.com", 2).getLast();
    assertThat(rig.get(letter.link().getPath()).body()).contains("Your digests");
    assertThat(rig.people().to("nobody@example.com")).isEmpty();
  }

  @Test
  void noAddressGetsMoreThanAFewLettersADay() throws Exception {
    // when
    for (int i = 0; i < 8; i++) {
      assertThat(api("{\"email\":\"eva@example.com\"}").statusCode()).isEqualTo(202);
    }

    // then
    assertThat(rig.people().letters("eva@example.com", 6)).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "zone=Foo/Bar          | 'Foo/Bar' is no time zone; near to it are",
        "zone=Europe/Berln     | Europe/Berlin",
        "at=08:07              | Digests are made on quarter hours, such as 08:00 or 08:15",
        "at=late               | is no time of day",
        "topics=dancing        | There is no topic 'dancing'; there are agents",
        "items=0               | is no whole number between 1 and 200",
        "minutes=-3            | is no whole number between 0 and 1440",
        "language=klingon      | is none of any, en and zh",
        "filter=a AND (        | Filter, character",
        "every=now             | is none of day, week and quarter-hour",
        "webhook=ftp://a.b     | This is no address that can be posted to",
        "webhook=https://deaf.example.com/hook | It does not answer; start it and try again.",
      })
  void whatCannotBeIsToldBesideItsField(String field, String words) throws Exception {
    // when
    HttpResponse<String> answer = form("finn@example.com", field);

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".wrong").text()).contains(words);
    assertThat(page.select("#email").attr("value")).isEqualTo("finn@example.com");
    assertThat(rig.people().to("finn@example.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "plain",
    "a@b@c d.com",
    "a b@example.com",
    "a@",
    "@example.com",
    "'a@exa_mple..com'",
    "'a@example.com\r\nBcc: b@example.com'"
  })
  void whatIsNoAddressGetsNoMail(String email) throws Exception {
    // when
    HttpResponse<String> answer = form(email);

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("This is no e-mail address");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    // when
    HttpResponse<String> answer =
        rig.send(
            "POST",
            "/subscribe",
            "email=gus%40example.com",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Sec-Fetch-Site",
            "cross-site");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(rig.people().to("gus@example.com")).isEmpty();
  }

  @Test
  void aWebhookAloneProvesItselfAndGetsTheLinkToItsPage() throws Exception {
    // when
    HttpResponse<String> answer =
        api(
            "{\"webhook\":\"https://hooks.example.com/a\",\"format\":\"slack\",\"every\":\"week\"}");

    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"done\"").doesNotContain("/manage/");
    var invitation =
        rig.people().asked().stream()
            .filter(each -> each.url().equals("https://hooks.example.com/a"))
            .findFirst()
            .orElseThrow();
    String page = rig.get(Objects.requireNonNull(invitation.manage()).getPath()).body();
    assertThat(page).contains("hooks.example.com", "Slack", "Every Monday at 08:00");
  }

  @Test
  void theLetterNamesAWebhookThatSomebodyElseMayHaveWrittenDown() throws Exception {
    // when
    api("{\"email\":\"hana@example.com\",\"webhook\":\"https://hooks.example.com/b\"}");

    // then
    Letter letter = rig.people().letters("hana@example.com", 1).getFirst();
    assertThat(letter.opening()).contains("hooks.example.com");
    assertThat(
            rig.people().asked().stream()
                .filter(each -> each.url().equals("https://hooks.example.com/b"))
                .map(each -> each.manage() == null))
        .containsExactly(true);
  }

  @Test
  void oneClickEndsASubscriptionWithoutPageOrCookie() throws Exception {
    // given
    form("ivo@example.com");
    confirmed(rig.people().link("ivo@example.com", 1));
    JsonNode one = subscriptionsOf("ivo@example.com").getFirst();
    String leave = leaveLink(one);

    // when
    HttpResponse<String> opened = rig.get(leave);
    HttpResponse<String> looked = rig.send("HEAD", leave, "");

    // then
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Opening this page has changed nothing");
    assertThat(subscriptionsOf("ivo@example.com")).hasSize(1);

    // when
    HttpResponse<String> clicked = rig.form(leave, "List-Unsubscribe=One-Click");
    HttpResponse<String> again = rig.form(leave, "List-Unsubscribe=One-Click");

    // then
    assertThat(clicked.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(clicked.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(subscriptionsOf("ivo@example.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/confirm/", "/u/", "/d/", "/manage/"})
  void aForgedLinkSaysWhatToDo(String path) throws Exception {
    // when
    HttpResponse<String> answer = rig.get(path + "manage.dS0xZg.9999999999." + "A".repeat(43));

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("This link does not hold", "Send me a new link");
  }

  @Test
  void pagesOfOwnersAreKeptByNobodyAndFoundByNoSearch() throws Exception {
    // given
    form("jon@example.com");
    String manage = confirmed(rig.people().link("jon@example.com", 1));

    // when
    HttpResponse<String> page = rig.get(manage);

    // then
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "form-action 'self'");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void changesAtTheSameTimeDoNotLoseOneAnother() throws Exception {
    // given
    form("kim@example.com");
    String manage = confirmed(rig.people().link("kim@example.com", 1));
    String one =
        manage + "/s/" + subscriptionsOf("kim@example.com").getFirst().path("id").asString();

    // when
    List<Future<Integer>> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads.invokeAll(
              IntStream.range(0, 12)
                  .<Callable<Integer>>mapToObj(
                      i -> () -> rig.form(one + "/mute", "story=story-" + i).statusCode())
                  .toList());
    }

    // then
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(303);
    }
    assertThat(subscriptionsOf("kim@example.com").getFirst().path("mutedStories")).hasSize(12);
  }

  private static String leaveLink(JsonNode subscription) {
    var links = new SignedLinks(People.key(), URI.create(rig.address()));
    return links
        .unsubscribe(
            subscription.path("subscriber").asString(),
            subscription.path("id").asString(),
            Instant.now())
        .getPath();
  }

  private static String confirmed(String link) throws Exception {
    String location = rig.form(link).headers().firstValue("Location").orElseThrow();
    return location.substring(0, location.indexOf('?'));
  }

  private static HttpResponse<String> form(String email, String... fields) throws Exception {
    var all = new ArrayList<>(List.of(fields));
    all.add("email=" + email);
    return rig.form("/subscribe", all.toArray(String[]::new));
  }

  private static HttpResponse<String> api(String body) throws Exception {
    return rig.send("POST", "/api/subscriptions", body, "Content-Type", "application/json");
  }

  private static List<JsonNode> subscriptionsOf(String email) throws Exception {
    HttpResponse<String> answer = rig.get("/api/subscriptions", "Authorization", People.OPERATOR);
    return Json.MAPPER
        .readTree(answer.body())
        .path("subscribers")
        .valueStream()
        .filter(each -> each.path("email").asString("").equals(email))
        .flatMap(each -> each.path("subscriptions").valueStream())
        .toList();
  }
}
