package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/// A client with posts, which sends what is not accepted again until it is.
final class Sender {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final GistmillProcess producer;
  private final AtomicInteger refused = new AtomicInteger();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  Sender(GistmillProcess producer) {
    this.producer = producer;
  }

  /// How many requests were answered with 503 so far.
  int refused() {
    return refused.get();
  }

  /// Waits until a request was answered with 503.
  void awaitRefusal() {
    await("a refusal").atMost(LIMIT).until(() -> refused() > 0);
  }

  /// The ids under which posts were accepted so far.
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /// Returns when all posts are accepted.
  void send(List<Post> posts) {
    var left = new AtomicReference<>(posts);
    await("all posts accepted")
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .until(() -> left.updateAndGet(this::offer).isEmpty());
  }

  /// Sends posts once.
  ///
  /// @return those that were not accepted
  List<Post> offer(List<Post> posts) {
    try {
      HttpResponse<String> answer =
          Http.post(
              producer.url().resolve("/api/posts?source=generated"),
              Installation.TOKEN,
              Json.MAPPER.writeValueAsString(posts));
      if (answer.statusCode() == 503) {
        refused.incrementAndGet();
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
      return failed(posts, Json.MAPPER.readTree(answer.body()).path("results"));
    } catch (IOException e) {
      // The producer is away; whether it took them is unknown.
      return posts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  private List<Post> failed(List<Post> posts, JsonNode results) {
    if (results.isEmpty()) {
      return posts;
    }
    var failed = new ArrayList<Post>();
    for (JsonNode result : results) {
      switch (result.path("status").asString()) {
        case "accepted" -> accepted.add(result.path("id").asString());
        case "failed" -> failed.add(posts.get(result.path("index").asInt()));
        default -> throw new AssertionError("not accepted: " + result);
      }
    }
    return failed;
  }
}
