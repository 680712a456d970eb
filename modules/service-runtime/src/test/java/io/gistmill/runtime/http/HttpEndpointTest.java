package io.gistmill.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gistmill.runtime.LogLines;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.page.SharedAssets;
import io.gistmill.runtime.service.Health;
import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpEndpointTest {

  private static final String TOKEN = "a-token";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SortedMap<String, List<String>> services = new TreeMap<>();
  private volatile boolean alive = true;
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private HttpEndpoint endpoint;
  private HttpClient client;

  @BeforeEach
  void start() {
    endpoint = start(0);
    client = HttpClient.newHttpClient();
  }

  private HttpEndpoint start(int port) {
    Health health =
        new Health() {
          @Override
          public boolean alive() {
            return alive;
          }

          @Override
          public SortedMap<String, List<String>> services() {
            return services;
          }
        };
    return HttpEndpoint.start(
        new HttpSettings("127.0.0.1", port, 1_000),
        health,
        registry,
        List.of(new ApiToken(new Secret(TOKEN)), this::routes));
  }

  private void routes(RoutesConfig routes) {
    routes.get("/thread", context -> context.result("" + Thread.currentThread().isVirtual()));
    routes.get("/api/things", context -> context.json(Map.of("things", 0)));
    routes.post("/api/things/{id}/change", context -> context.result(context.body()));
    routes.get(
        "/bug",
        context -> {
          throw new IllegalStateException("inner workings");
        });
    routes.get(
        "/slow",
        context -> {
          entered.countDown();
          mayAnswer.await();
          context.result("done");
        });
    routes.sse(
        "/streams",
        stream -> {
          stream.keepAlive();
          stream.sendEvent("hello");
        });
  }

  @AfterEach
  void stop() {
    endpoint.close();
    client.close();
  }

  @Test
  void readyNamesEachServiceAndWhatHindersIt() throws Exception {
    services.put("desk", List.of());
    services.put("pages", List.of("the broker does not answer"));

    HttpResponse<String> answer = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"ready\":false,\"services\":{\"desk\":[],"
                + "\"pages\":[\"the broker does not answer\"]}}");
  }

  @Test
  void readyWhenNothingHinders() throws Exception {
    services.put("desk", List.of());

    HttpResponse<String> answer = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ready\":true,\"services\":{\"desk\":[]}}");
  }

  @ParameterizedTest
  @CsvSource({"true, 200", "false, 503"})
  void liveUntilAServiceHasDied(boolean lives, int status) throws Exception {
    alive = lives;

    HttpResponse<String> answer = get("/health/live");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"alive\":" + lives + "}");
  }

  @Test
  void metricsComeInPrometheusText() throws Exception {
    registry.counter("gistmill.things", "kind", "good").increment(3);

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("0.0.4");
    assertThat(answer.body()).contains("gistmill_things_total{kind=\"good\"} 3.0");
  }

  @Test
  void metricsSayWhetherTheProcessIsReady() throws Exception {
    String ready = get("/metrics").body();
    services.put("pages", List.of("the broker does not answer"));

    String hindered = get("/metrics").body();

    assertThat(ready.lines()).contains("gistmill_ready 1.0");
    assertThat(hindered.lines()).contains("gistmill_ready 0.0");
  }

  @Test
  void theStyleSheetIsServedAndKeptForEver() throws Exception {
    HttpResponse<String> css = get(SharedAssets.CSS.address());

    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(css.body()).contains("prefers-color-scheme");
  }

  @Test
  void requestsRunOnVirtualThreads() throws Exception {
    assertThat(get("/thread").body()).isEqualTo("true");
  }

  @Test
  void anUnknownPathOfTheApiIsAnsweredInJson() throws Exception {
    HttpResponse<String> answer = get("/api/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("json");
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"there is nothing here\",\"mend\":\"check the path\"}");
  }

  @Test
  void anUnknownPathElsewhereIsAnsweredInPlainText() throws Exception {
    HttpResponse<String> answer = get("/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("there is nothing here\ncheck the path\n");
  }

  @Test
  void aBugIsLoggedOnceAndShownToNobody() throws Exception {
    try (var log = LogLines.listen()) {
      HttpResponse<String> answer = get("/bug");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("inner workings", "Exception", "at io.");
      assertThat(log.lines()).containsExactly("ERROR request failed method=GET path=/bug");
    }
  }

  @Test
  void securityHeadersStandOnEveryAnswerAndNoServerNamesItself() throws Exception {
    for (String path : List.of("/health/live", "/nothing", "/bug", "/api/things")) {
      var headers = get(path).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .startsWith("default-src 'self';");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("Server")).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 401",
        "Bearer wrong, 401",
        "Bearer, 401",
        "Basic a-token, 401",
        "Bearer a-token, 200",
        "bearer a-token, 200",
      })
  void changesNeedTheToken(String authorization, int status) throws Exception {
    var request =
        HttpRequest.newBuilder(at("/api/things/7/change")).POST(BodyPublishers.ofString("x"));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }

    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
      assertThat(answer.body())
          .contains("\"mend\":\"send the header 'Authorization: Bearer TOKEN'\"");
    }
  }

  @Test
  void readingNeedsNoToken() throws Exception {
    assertThat(get("/api/things").body()).isEqualTo("{\"things\":0}");
  }

  @Test
  void aBodyAboveTheLimitIsRefusedWithTheLimit() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/things/7/change"))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofString("x".repeat(1_001)))
            .build();

    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the body has more than 1000 bytes");
  }

  @Test
  void whatIsNoHttpIsAnsweredWithoutInnerWorkings() throws IOException {
    try (var socket = new Socket("127.0.0.1", endpoint.address().getPort())) {
      socket.getOutputStream().write("GET /%zz HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .doesNotContainIgnoringCase("jetty", "exception");
    }
  }

  @Test
  void aTakenPortIsNamedWithItsMend() {
    int taken = endpoint.address().getPort();

    assertThatThrownBy(() -> start(taken))
        .isInstanceOf(HttpStartException.class)
        .hasMessage(
            "cannot listen on 127.0.0.1:"
                + taken
                + "; end the program that does, or set another http.host or http.port");
  }

  @Test
  void endsSoonThoughAStreamIsOpen() throws Exception {
    HttpResponse<InputStream> stream =
        client.send(
            HttpRequest.newBuilder(at("/streams")).header("Accept", "text/event-stream").build(),
            BodyHandlers.ofInputStream());
    assertThat(stream.body().read()).isPositive();

    Thread closing = Thread.ofVirtual().start(endpoint::close);

    assertThat(closing.join(Duration.ofSeconds(2))).isTrue();
    assertThat(endpoint.stopped()).isCompleted();
  }

  @Test
  void aRequestThatIsBeingAnsweredIsAnswered() throws Exception {
    var answer =
        client.sendAsync(HttpRequest.newBuilder(at("/slow")).build(), BodyHandlers.ofString());
    assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(endpoint::close);
    await().until(() -> closing.getState() != Thread.State.RUNNABLE);

    mayAnswer.countDown();

    assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return endpoint.address().resolve(path);
  }
}
