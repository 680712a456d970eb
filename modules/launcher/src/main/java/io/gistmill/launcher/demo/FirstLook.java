package io.gistmill.launcher.demo;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks the pages, as a browser would, until they show a digest.
final class FirstLook {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final CompletableFuture<Void> seen = new CompletableFuture<>();

  private FirstLook(URI url) {
    request = HttpRequest.newBuilder(url.resolve("/api/digests")).timeout(ANSWER_WITHIN).build();
  }

  /// @return completed when the first digest is there
  static CompletableFuture<Void> at(URI url) {
    var look = new FirstLook(url);
    Thread.ofVirtual().name("first look").start(look::run);
    return look.seen;
  }

  private void run() {
    try {
      while (!showsDigests()) {
        pause();
      }
      seen.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean showsDigests() throws InterruptedException {
    try {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == 200
          && !Json.MAPPER.readTree(answer.body()).path("digests").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws InterruptedException {
    if (new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("nobody counts down");
    }
  }
}
