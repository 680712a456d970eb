package io.gistmill.digest.courier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class DeliveryRoutesTest {

  private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
  private static final Instant CUT = Instant.parse("2026-03-08T08:00:00Z");

  private static TestBroker broker;

  private final HttpClient client = HttpClient.newHttpClient();
  private Topics topics = new Topics("unset", 1, 2);
  private Javalin server = Javalin.create();

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void serve(TestInfo test) {
    topics =
        new Topics(
            "api-"
                + Integer.toHexString(test.getTestMethod().orElseThrow().getName().hashCode())
                + "-"
                + System.nanoTime(),
            1,
            2);
    broker.create(List.of(topics.deliveries()));
    var kafka = KafkaConnection.plain(broker.bootstrapServers());
    var token = new ApiToken(new Secret("letmein"));
    HttpRoutes routes =
        new DeliveryRoutes(new LedgerSearch(kafka, topics), token, InstantSource.fixed(NOW));
    List<HttpRoutes> all = List.of(new HttpErrors(1 << 20), token, routes);
    server =
        Javalin.create(config -> all.forEach(each -> each.addTo(config.routes)))
            .start("127.0.0.1", 0);
    write(
        delivery("ada.1", Channel.EMAIL, CUT, new State.Queued()),
        delivery("ada.1", Channel.EMAIL, CUT, new State.Sent(NOW)),
        delivery("ada.1", Channel.WEBHOOK, CUT, new State.Failed(NOW, "410 Gone")),
        delivery("ada.0", Channel.EMAIL, CUT.minus(Duration.ofDays(1)), new State.Sent(NOW)),
        delivery("bob.1", Channel.EMAIL, CUT, new State.Deferred(NOW.plusSeconds(60))),
        delivery("old.1", Channel.EMAIL, CUT.minus(Duration.ofDays(20)), new State.Sent(NOW)));
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
  }

  private static Delivery delivery(String digest, Channel channel, Instant cut, State state) {
    String subscription = digest.substring(0, digest.indexOf('.'));
    return new Delivery(
        digest,
        channel,
        subscription,
        subscription,
        cut,
        cut,
        state,
        List.of(new Delivery.Attempt(1, cut, "an answer")),
        3L,
        null);
  }

  private void write(Delivery... deliveries) {
    var settings = KafkaConnection.plain(broker.bootstrapServers()).addTo(new Properties());
    try (var producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), topics.deliveries().values().serializer())) {
      for (Delivery delivery : deliveries) {
        var _ =
            producer.send(
                new ProducerRecord<>(
                    topics.deliveries().name(), delivery.key(), new Updated(delivery)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4",
    "?state=failed, 1",
    "?state=sent, 2",
    "?subscription=bob, 1",
    "?since=2026-03-08T08:00:00Z, 3",
    "?since=2026-01-01T00:00:00Z, 5",
    "?since=1969-01-01T00:00:00Z, 5"
  })
  void listTellsHowFarEachHasCome(String query, int expected) throws Exception {
    // when
    HttpResponse<String> response = get("/api/deliveries" + query);

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).path("deliveries").size()).isEqualTo(expected);
  }

  @Test
  void deliveryShowsStateReasonAndAttempts() throws Exception {
    // when
    JsonNode failed = json(get("/api/deliveries?state=failed")).path("deliveries").get(0);

    // then
    assertThat(failed.path("digest").asString()).isEqualTo("ada.1");
    assertThat(failed.path("channel").asString()).isEqualTo("webhook");
    assertThat(failed.path("reason").asString()).isEqualTo("410 Gone");
    assertThat(failed.path("attempts").get(0).path("outcome").asString()).isEqualTo("an answer");
  }

  @Test
  void retryAsksForWhatHasNotArrived() throws Exception {
    // when
    HttpResponse<String> response = post("/api/deliveries/retry", "{\"digest\":\"ada.1\"}");

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(requested()).containsExactly("requested|ada.1|webhook");
  }

  @Test
  void replayAsksForWhatHasArrivedToo() throws Exception {
    // when
    HttpResponse<String> response =
        post(
            "/api/deliveries/replay",
            "{\"subscription\":\"ada\",\"since\":\"2026-03-01T00:00:00Z\"}");

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(requested())
        .containsExactlyInAnyOrder(
            "requested|ada.1|webhook", "requested|ada.1|email", "requested|ada.0|email");
  }

  @ParameterizedTest
  @CsvSource({
    "retry, '{\"digest\":\"none\"}', 404",
    "retry, '{\"digest\":\"ada.0\"}', 409",
    "retry, '{}', 400",
    "retry, 'no json', 400",
    "retry, '{\"digest\":\"ada.1\",\"channel\":\"pigeon\"}', 400",
    "replay, '{\"subscription\":\"ada\",\"since\":\"yesterday\"}', 400"
  })
  void wrongRequestsAreToldWithTheirMend(String what, String body, int status) throws Exception {
    // when
    HttpResponse<String> response = post("/api/deliveries/" + what, body);

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).path("mend").asString()).isNotEmpty();
    assertThat(requested()).isEmpty();
  }

  @Test
  void nobodySeesAnythingWithoutTheToken() throws Exception {
    // when
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri("/api/deliveries")).build(),
            HttpResponse.BodyHandlers.ofString());

    // then
    assertThat(response.statusCode()).isEqualTo(401);
  }

  private List<String> requested() {
    return broker.read(topics.deliveries()).all().stream()
        .flatMap(record -> record.value() instanceof Requested it ? Stream.of(it) : Stream.of())
        .map(DeliveryEvent::key)
        .toList();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Authorization", "Bearer letmein").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }
}
