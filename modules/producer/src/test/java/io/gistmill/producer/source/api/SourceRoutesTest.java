package io.gistmill.producer.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.producer.feed.FeedSourceType;
import io.gistmill.producer.source.Pacing;
import io.gistmill.producer.source.follow.Followed;
import io.gistmill.producer.source.follow.SourceCatalogue;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.WebClient;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class SourceRoutesTest {

  private static final Instant NOW = Instant.parse("2025-03-03T12:00:00Z");
  private static final String FEED =
      "<rss version='2.0'><channel><title>Mill</title><link>http://mill.example.org/</link>"
          + "<description>d</description>"
          + "<item><title>new</title><pubDate>Mon, 03 Mar 2025 11:00:00 GMT</pubDate></item>"
          + "<item><title>old</title><pubDate>Sat, 01 Mar 2025 11:00:00 GMT</pubDate></item>"
          + "</channel></rss>";

  private final TestPeer peer = new TestPeer();
  private final WebClient web = new WebClient(AddressGuard.withPrivate());
  private final MemoryCatalogue catalogue = new MemoryCatalogue();
  private final HttpClient client = HttpClient.newHttpClient();
  private Javalin server = serve(web);

  @BeforeEach
  void publishAFeed() {
    peer.on("/feed", "application/rss+xml", FEED);
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
    web.close();
    peer.close();
  }

  @Test
  void anAddressBecomesASource() throws Exception {
    // when
    HttpResponse<String> response = post("/api/sources", feed());

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode result = json(response).path("sources").get(0);
    assertThat(result.path("status").asString()).isEqualTo("added");
    assertThat(result.path("title").asString()).isEqualTo("Mill");
    assertThat(result.path("posts").asInt()).isEqualTo(2);
    assertThat(catalogue.all())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.definition().id()).isEqualTo(result.path("id").asString());
              assertThat(source.definition().added()).isEqualTo(NOW);
            });
  }

  @Test
  void addingTwiceIsNoSecondSource() throws Exception {
    // given
    post("/api/sources", feed());

    // when
    HttpResponse<String> response = post("/api/sources", "{\"address\":\"" + feed() + "#top\"}");

    // then
    assertThat(json(response).path("sources").get(0).path("status").asString())
        .isEqualTo("present");
    assertThat(catalogue.all()).hasSize(1);
  }

  @Test
  void aListOfFeedsIsToldOneByOne() throws Exception {
    // given
    String opml =
        "<opml><body><outline xmlUrl='%s'/><outline xmlUrl='%s'/><outline xmlUrl='ftp://x/'/></body></opml>"
            .formatted(feed(), peer.address("/missing"));

    // when
    HttpResponse<String> response = post("/api/sources", opml);

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("sources").valueStream())
        .extracting(it -> it.path("status").asString())
        .containsExactly("added", "refused", "refused");
    assertThat(json(response).path("sources").get(1).path("error").asString()).contains("404");
    assertThat(json(response).path("sources").get(2).path("mend").asString()).contains("https://");
  }

  @Test
  void whatCannotBeReadIsNotAddedUnlessAskedTo() throws Exception {
    // given
    String missing = peer.address("/missing").toString();

    // when
    HttpResponse<String> tested = post("/api/sources", missing);
    HttpResponse<String> untested = post("/api/sources?untested=true", missing);

    // then
    assertThat(tested.statusCode()).isEqualTo(422);
    assertThat(untested.statusCode()).isEqualTo(200);
    assertThat(catalogue.all()).hasSize(1);
  }

  @Test
  void aTrialShowsWhatWouldComeAndChangesNothing() throws Exception {
    // when
    HttpResponse<String> response = post("/api/sources/test", feed());

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).path("news").asInt()).isEqualTo(1);
    assertThat(json(response).path("history").asInt()).isEqualTo(1);
    assertThat(json(response).path("posts").get(0).path("title").asString()).isEqualTo("new");
    assertThat(catalogue.all()).isEmpty();
  }

  @Test
  void theOwnNetworkIsClosedUntilItIsOpened() throws Exception {
    // given
    server.stop();
    try (var guarded = new WebClient(AddressGuard.publicOnly())) {
      server = serve(guarded);

      // when
      HttpResponse<String> response = post("/api/sources/test", feed());

      // then
      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(json(response).path("error").asString()).contains("this machine itself");
      assertThat(json(response).path("mend").asString()).contains("allow private");
      assertThat(peer.asked()).isEmpty();
    }
  }

  @Test
  void sourcesAreListedWithTheirState() throws Exception {
    // given
    post("/api/sources", feed());

    // when
    HttpResponse<String> response = send("GET", "/api/sources", "", false);

    // then
    JsonNode source = json(response).path("sources").get(0);
    assertThat(source.path("address").asString()).isEqualTo(feed());
    assertThat(source.path("nextPoll").asString()).isEqualTo("2025-03-03T12:00:00Z");
    assertThat(source.path("intervalSeconds").asInt()).isEqualTo(1800);
    assertThat(source.path("disabled").asBoolean(true)).isFalse();
  }

  @Test
  void aSourceIsRemovedOnce() throws Exception {
    // given
    post("/api/sources", feed());
    String path = "/api/sources/" + catalogue.all().getFirst().definition().id();

    // when
    HttpResponse<String> first = send("DELETE", path, "", true);
    HttpResponse<String> second = send("DELETE", path, "", true);

    // then
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(catalogue.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"POST, /api/sources", "POST, /api/sources/test", "DELETE, /api/sources/x"})
  void withoutATokenNothingHappens(String method, String path) throws Exception {
    // when
    HttpResponse<String> response = send(method, path, feed(), false);

    // then
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).path("mend").asString()).contains("Authorization: Bearer");
    assertThat(peer.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "'{}'", "'{bad'", "'<opml/>'"})
  void aBodyThatNamesNothingIsToldSo(String body) throws Exception {
    // when
    HttpResponse<String> response = post("/api/sources", body);

    // then
    assertThat(response.statusCode()).isEqualTo(400);
  }

  private Javalin serve(WebClient web) {
    InstantSource clock = InstantSource.fixed(NOW);
    List<HttpRoutes> all =
        List.of(
            new HttpErrors(1 << 20),
            new ApiToken(new Secret("key")),
            new SourceRoutes(catalogue, new FeedSourceType(web, clock), clock));
    return Javalin.create(config -> all.forEach(routes -> routes.addTo(config.routes)))
        .start("127.0.0.1", 0);
  }

  private String feed() {
    return peer.address("/feed").toString();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body, true);
  }

  private HttpResponse<String> send(String method, String path, String body, boolean token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (token) {
      request.header("Authorization", "Bearer key");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }

  private static final class MemoryCatalogue implements SourceCatalogue {
    private final Map<String, SourceDefinition> sources = new ConcurrentSkipListMap<>();

    @Override
    public List<Followed> all() {
      return sources.values().stream().map(MemoryCatalogue::followed).toList();
    }

    @Override
    public Optional<Followed> find(String id) {
      return Optional.ofNullable(sources.get(id)).map(MemoryCatalogue::followed);
    }

    private static Followed followed(SourceDefinition source) {
      return new Followed(source, io.gistmill.domain.SourceMemory.EMPTY, Pacing.first(source));
    }

    @Override
    public void define(SourceDefinition source) {
      sources.put(source.id(), source);
    }

    @Override
    public void remove(String id) {
      sources.remove(id);
    }
  }
}
