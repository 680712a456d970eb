package io.gistmill.digest.courier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topics;
import io.gistmill.delivery.mail.rate.BrakedTransport;
import io.gistmill.delivery.mail.rate.SendingRates;
import io.gistmill.delivery.mail.rate.SendingRates.Limits;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent.Requested;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import io.javalin.Javalin;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class BrakeRoutesTest {

  private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
  private static final String DOMAIN = "site.example";

  private static TestBroker broker;

  private final HttpClient client = HttpClient.newHttpClient();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SendingRates rates = new SendingRates(Limits.USUAL);
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
  void serve() {
    topics = new Topics("brakes-" + System.nanoTime(), 1, 2);
    broker.create(List.of(topics.deliveries()));
    var token = new ApiToken(new Secret("letmein"));
    var clock = InstantSource.fixed(NOW);
    var ledger = new LedgerSearch(KafkaConnection.plain(broker.bootstrapServers()), topics);
    HttpRoutes routes = new BrakeRoutes(rates, ledger, token, clock, clock).measuredBy(meters);
    List<HttpRoutes> all = List.of(new HttpErrors(1 << 20), token, routes);
    server =
        Javalin.create(config -> all.forEach(each -> each.addTo(config.routes)))
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
  }

  private void brakeOn() {
    for (int i = 0; i < 200; i++) {
      rates.accepted(DOMAIN, NOW);
    }
    for (int i = 0; i < 11; i++) {
      rates.refused(DOMAIN, NOW);
    }
  }

  private void write(String digest, String answer) {
    var delivery =
        new Delivery(
            digest,
            Channel.EMAIL,
            digest,
            digest,
            NOW.minusSeconds(60),
            NOW.minusSeconds(60),
            new State.Deferred(NOW.plusSeconds(86_000)),
            List.of(new Delivery.Attempt(1, NOW, answer)),
            3L,
            null);
    var settings = KafkaConnection.plain(broker.bootstrapServers()).addTo(new Properties());
    try (var producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), topics.deliveries().values().serializer())) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  topics.deliveries().name(), delivery.key(), new Updated(delivery)));
    }
  }

  @Test
  void brakesAndRatesAreListed() throws Exception {
    // given
    brakeOn();
    rates.accepted("other.example", NOW);

    // when
    JsonNode answer = Json.MAPPER.readTree(send("GET", "", "").body());

    // then
    assertThat(answer.path("brakes").size()).isEqualTo(1);
    assertThat(answer.path("brakes").get(0).path("domain").asString()).isEqualTo(DOMAIN);
    assertThat(answer.path("brakes").get(0).path("reason").asString())
        .contains("11 were refused for good");
    assertThat(answer.path("domains").get(0).path("hard").asInt()).isEqualTo(11);
    assertThat(answer.path("domains").size()).isEqualTo(2);
    assertThat(meters.get("gistmill.mail.brakes").gauge().value()).isEqualTo(1);
  }

  @Test
  void releaseSendsWhatWasHeldBackFromThatDomain() throws Exception {
    // given
    brakeOn();
    write("held.1", BrakedTransport.heldBack(DOMAIN) + ": 11 of the last 200 mails bounced");
    write("other.1", BrakedTransport.heldBack("other.example") + ": too many");
    write("later.1", "451 later");

    // when
    var response = send("POST", "/release", "{\"domain\":\"Site.Example\"}");

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(rates.brakes(NOW)).isEmpty();
    assertThat(
            broker.read(topics.deliveries()).all().stream()
                .flatMap(
                    record ->
                        record.value() instanceof Requested it
                            ? Stream.of(it.delivery().digest())
                            : Stream.of()))
        .containsExactly("held.1");
  }

  @Test
  void whatIsHeldBackIsSentAlsoWhenItsBrakeIsOffAlready() throws Exception {
    // given
    write("held.1", BrakedTransport.heldBack(DOMAIN) + ": 11 of the last 200 mails bounced");

    // when
    var response = send("POST", "/release", "{\"domain\":\"site.example\"}");

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(Json.MAPPER.readTree(response.body()).path("requested").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"'{\"domain\":\"a.example\"}', 404", "'{}', 400", "'{', 400"})
  void wrongReleaseIsToldWithItsMend(String body, int status) throws Exception {
    // when
    var response = send("POST", "/release", body);

    // then
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Json.MAPPER.readTree(response.body()).path("mend").asString()).isNotEmpty();
  }

  @Test
  void nobodyReleasesAnythingWithoutTheToken() throws Exception {
    // given
    brakeOn();

    // when
    var response =
        client.send(
            HttpRequest.newBuilder(uri("/release"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"domain\":\"site.example\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    // then
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(rates.brakes(NOW)).hasSize(1);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/deliveries/brakes" + path);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer letmein")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
