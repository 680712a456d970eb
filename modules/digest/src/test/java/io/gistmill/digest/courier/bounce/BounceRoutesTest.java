package io.gistmill.digest.courier.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topics;
import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.bounce.BounceMailbox;
import io.gistmill.delivery.mail.bounce.BounceReader;
import io.gistmill.delivery.mail.bounce.MaildirMailbox;
import io.gistmill.digest.courier.api.LedgerSearch;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
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
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports on their way into the log, over HTTP and out of a folder.
@Timeout(60)
class BounceRoutesTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1));
  private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
  private static final Instant CUT = Instant.parse("2026-03-08T08:00:00Z");
  private static final String DIGEST = "ada.20260308T0800Z";
  private static final MailToken TOKENS = new MailToken(new MasterKey(new byte[MasterKey.LENGTH]));

  private static TestBroker broker;

  @TempDir private Path folder = Path.of("");

  private final HttpClient client = HttpClient.newHttpClient();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final BounceMeters counts = new BounceMeters(meters);
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
    topics = new Topics("bounces-" + System.nanoTime(), 1, 2);
    broker.create(List.of(topics.deliveries()));
    serve(intake(broker.bootstrapServers()));
    write(new Updated(delivery(new State.Queued())), new Updated(delivery(new State.Sent(NOW))));
  }

  private void serve(BounceIntake intake) {
    var token = new ApiToken(new Secret("letmein"));
    HttpRoutes routes = new BounceRoutes(intake, TOKENS, counts, token);
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

  private BounceIntake intake(String bootstrap) {
    return new BounceIntake(
        new LedgerSearch(KafkaConnection.plain(bootstrap), topics), InstantSource.fixed(NOW));
  }

  private static Delivery delivery(State state) {
    return new Delivery(
        DIGEST,
        Channel.EMAIL,
        "ada",
        "ada",
        CUT,
        CUT,
        state,
        List.of(new Delivery.Attempt(1, CUT, "250 taken")),
        3L,
        null);
  }

  private void write(DeliveryEvent... events) {
    var settings = KafkaConnection.plain(broker.bootstrapServers()).addTo(new Properties());
    try (var producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), topics.deliveries().values().serializer())) {
      for (DeliveryEvent event : events) {
        var _ = producer.send(new ProducerRecord<>(topics.deliveries().name(), event.key(), event));
      }
    }
  }

  private static String report(String token) {
    return """
    Return-Path: <>
    From: MAILER-DAEMON@mx.site.example
    To: bounces@mail.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain

    It did not get through.
    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.site.example

    Final-Recipient: rfc822; ada@site.example
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <ada@site.example> is unknown here
    --b1
    Content-Type: text/rfc822-headers

    Message-ID: <%s@mail.example>
    X-Gistmill-Token: %s
    --b1--
    """
        .formatted(DIGEST, token)
        .replace("\n", "\r\n");
  }

  private List<Bounced> bounced() {
    return broker.read(topics.deliveries()).all().stream()
        .flatMap(record -> record.value() instanceof Bounced it ? Stream.of(it) : Stream.of())
        .toList();
  }

  @Test
  void reportWithOurMarkReachesTheLogWithoutAddresses() throws Exception {
    // when
    HttpResponse<String> response = post("message/rfc822", report(TOKENS.of(DIGEST)));

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(bounced())
        .containsExactly(
            new Bounced(
                delivery(new State.Sent(NOW)),
                BounceKind.HARD,
                "5.1.1",
                "5.1.1 550 5.1.1 <the address> is unknown here",
                NOW,
                null));
  }

  @Test
  void forgedReportChangesNothing() throws Exception {
    // when
    HttpResponse<String> response = post("message/rfc822", report(DIGEST + ".0123456789abcdef"));

    // then
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(bounced()).isEmpty();
    assertThat(count("unproven")).isEqualTo(1);
  }

  @Test
  void sameReportIsWrittenOnce() throws Exception {
    // given
    post("message/rfc822", report(TOKENS.of(DIGEST)));

    // when
    HttpResponse<String> again = post("message/rfc822", report(TOKENS.of(DIGEST)));

    // then
    assertThat(Json.MAPPER.readTree(again.body()).path("result").asString()).isEqualTo("known");
    assertThat(bounced()).hasSize(1);
  }

  @Test
  void mailServiceTellsInFields() throws Exception {
    // given
    String body = "{\"token\":\"" + TOKENS.of(DIGEST) + "\",\"kind\":\"complaint\"}";

    // when
    HttpResponse<String> response = post("application/json", body);

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(bounced())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(BounceKind.COMPLAINT));
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, hello, 415",
    "message/rfc822, '', 400",
    "application/json, '{', 400",
    "application/json, '{\"kind\":\"hard\"}', 400",
    "application/json, '{\"digest\":\"a\",\"token\":\"b\",\"kind\":\"hard\"}', 400",
    "application/json, '{\"digest\":\"ada.20260308T0800Z\",\"kind\":\"bad\"}', 400",
    "application/json, '{\"digest\":\"ada.20260308T0800Z\",\"kind\":\"hard\",\"status\":\"5\"}',"
        + " 400",
    "application/json, '{\"digest\":\"bob.20260308T0800Z\",\"kind\":\"hard\"}', 404",
    "application/json, '{\"token\":\"ada.20260308T0800Z.00\",\"kind\":\"hard\"}', 422"
  })
  void wrongRequestsAreToldWithTheirMend(String type, String body, int status) throws Exception {
    // when
    HttpResponse<String> response = post(type, body);

    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Json.MAPPER.readTree(response.body()).path("mend").asString()).isNotEmpty();
    assertThat(bounced()).isEmpty();
  }

  /// Those that wait for a ledger that does not answer hold all places.
  @Test
  void noMoreThanTwoAreTakenAtOnce() throws Exception {
    // given
    server.stop();
    var away = new KafkaConnection("127.0.0.1:1", Map.of("default.api.timeout.ms", "30000"));
    serve(new BounceIntake(new LedgerSearch(away, topics), InstantSource.fixed(NOW)));
    String body = "{\"digest\":\"" + DIGEST + "\",\"kind\":\"hard\"}";

    // when
    var three =
        Stream.generate(
                () ->
                    client.sendAsync(
                        request("application/json", body), HttpResponse.BodyHandlers.ofString()))
            .limit(3)
            .toList();
    HttpResponse<?> first =
        (HttpResponse<?>) CompletableFuture.anyOf(three.toArray(new CompletableFuture<?>[0])).get();

    // then
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.body()).asString().contains("others tell of bounces at this time");
    assertThat(first.headers().firstValue("Retry-After")).contains("10");
    assertThat(three).filteredOn(CompletableFuture::isDone).hasSize(1);
  }

  @Test
  void nobodyTellsAnythingWithoutTheToken() throws Exception {
    // when
    var response =
        client.send(
            HttpRequest.newBuilder(uri())
                .header("Content-Type", "message/rfc822")
                .POST(HttpRequest.BodyPublishers.ofString(report(TOKENS.of(DIGEST))))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    // then
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(bounced()).isEmpty();
  }

  @Test
  void folderIsEmptiedAndWhatIsNoReportCounted() throws IOException {
    // given
    Files.writeString(folder.resolve("1.eml"), report(TOKENS.of(DIGEST)));
    Files.writeString(folder.resolve("2.eml"), report(DIGEST + ".0123456789abcdef"));
    Files.writeString(folder.resolve("3.eml"), "From: a@b.example\r\n\r\nHello\r\n");
    Files.writeString(folder.resolve("4.eml"), "\r\n\r\n");

    // when
    try (var mail = start(broker.bootstrapServers())) {
      await().atMost(LIMIT).until(() -> count("unreadable") == 1);
      assertThat(mail.hindrance()).isEmpty();
    }

    // then
    assertThat(bounced()).hasSize(1);
    assertThat(Stream.of("counted", "unproven", "other", "unreadable").map(this::count))
        .containsOnly(1.0);
    assertThat(folder.resolve("handled")).isDirectoryContaining("glob:**/1.eml");
    assertThat(folder.resolve("1.eml")).doesNotExist();
  }

  @Test
  void mailsThatWerePutAsideByNobodyAreReadAgainAndWrittenOnce() throws IOException {
    // given
    Files.writeString(folder.resolve("1.eml"), report(TOKENS.of(DIGEST)));
    try (var mail = start(broker.bootstrapServers())) {
      await().atMost(LIMIT).until(() -> count("counted") == 1 && mail.hindrance().isEmpty());
    }

    // when
    Files.writeString(folder.resolve("again.eml"), report(TOKENS.of(DIGEST)));
    try (var mail = start(broker.bootstrapServers())) {
      await().atMost(LIMIT).until(() -> count("known") == 1 && mail.hindrance().isEmpty());
    }

    // then
    assertThat(bounced()).hasSize(1);
  }

  @Test
  void folderThatIsNotThereIsSaidAndWaitedFor() throws IOException {
    // given
    Path missing = folder.resolve("later");
    try (var mail = start(missing, broker.bootstrapServers())) {
      await().atMost(LIMIT).until(() -> !mail.hindrance().isEmpty());
      assertThat(mail.hindrance().orElseThrow()).contains("later is not there");

      // when
      Files.createDirectory(missing);

      // then
      await().atMost(LIMIT).until(() -> mail.hindrance().isEmpty());
      assertThat(mail.stopped()).isNotDone();
    }
  }

  @Test
  void visitThatHangsIsBrokenOffAtTheEnd() throws InterruptedException {
    // given
    var visiting = new CountDownLatch(1);
    var broken = new CountDownLatch(1);
    BounceMailbox hanging =
        taker -> {
          visiting.countDown();
          try {
            new CountDownLatch(1).await();
            return 0;
          } catch (InterruptedException e) {
            broken.countDown();
            throw new InterruptedIOException("broken off");
          }
        };
    var mail = start(hanging, broker.bootstrapServers());
    visiting.await();

    // when
    mail.close();

    // then
    assertThat(broken.getCount()).isZero();
    assertThat(mail.stopped()).isCompleted();
  }

  private BounceMail start(String bootstrap) {
    return start(folder, bootstrap);
  }

  private BounceMail start(Path box, String bootstrap) {
    return start(new MaildirMailbox(box, LATER), bootstrap);
  }

  private BounceMail start(BounceMailbox box, String bootstrap) {
    return BounceMail.start(
        box, new BounceReader(TOKENS), intake(bootstrap), counts, Duration.ofMillis(100));
  }

  private double count(String result) {
    return meters.counter("gistmill.bounce.reports", "result", result).count();
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/bounces");
  }

  private HttpResponse<String> post(String type, String body)
      throws IOException, InterruptedException {
    return client.send(request(type, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String type, String body) {
    return HttpRequest.newBuilder(uri())
        .header("Content-Type", type)
        .header("Authorization", "Bearer letmein")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
