package io.gistmill.benchmarks.latency;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Sends posts to a Gistmill by HTTP, each in a request of its own, and follows their live stream.
final class LiveClient implements AutoCloseable {

  private static final String DATA = "data: ";
  private static final int AT_ONCE = 16;

  private final URI url;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
  private final CountDownLatch open = new CountDownLatch(1);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  LiveClient(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  void send(String id) {
    var _ = senders.submit(() -> post(id));
  }

  /// A post that waits for its turn is late, which counts.
  private Void post(String id) throws IOException, InterruptedException {
    atOnce.acquire();
    try {
      HttpResponse<String> answer = offer(id);
      if (answer.statusCode() != 200) {
        throw new IOException("post " + id + " was not accepted: " + answer.body());
      }
      return null;
    } finally {
      atOnce.release();
    }
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
