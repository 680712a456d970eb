package io.gistmill.benchmarks.latency;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Sends posts to a Gistmill by HTTP, each in a request of its own, and follows their live stream.
final class LiveClient implements AutoCloseable {

  private static final String DATA = "data: ";
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final URI url;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch open = new CountDownLatch(1);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  LiveClient(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  void send(String id) {
    var _ = senders.submit(() -> post(id));
  }

  /// Sends it again while Gistmill says that it is busy, as any client should; the time counts from
  /// when it was to be sent first.
  private Void post(String id) throws IOException, InterruptedException {
    HttpResponse<String> answer = offer(id);
    while (answer.statusCode() == 429 || answer.statusCode() == 503) {
      Thread.sleep(PAUSE);
      answer = offer(id);
    }
    if (answer.statusCode() != 200) {
      throw new IOException("post " + id + " was not accepted: " + answer.body());
    }
    return null;
  }

  private HttpResponse<String> offer(String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(LatencyPosts.json(id)))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /// Returns when the stream ends.
  void follow(OpenLoop loop) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url.resolve("/streams/all")).build();
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      lines
          .peek(_ -> open.countDown())
          .filter(line -> line.startsWith(DATA))
          .map(line -> Json.MAPPER.readTree(line.substring(DATA.length())).path("text").asString())
          .forEach(text -> loop.arrived(text.substring(0, Math.max(0, text.indexOf(':')))));
    }
  }

  /// Waits until the stream is open: what comes in before does not show on it.
  void awaitOpen() throws InterruptedException {
    open.await();
  }

  @Override
  public void close() {
    senders.shutdownNow();
    http.shutdownNow();
  }
}
