package io.gistmill.classifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.testsupport.peer.TestPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service that answers each request by a function of its JSON.
final class Service implements AutoCloseable {

  private final TestPeer peer = new TestPeer();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();

  Service(Function<JsonNode, String> answer) {
    peer.on("/classify", exchange -> answer(exchange, answer));
  }

  /// Answers the first requests by a status alone.
  Service(int status, int times, Function<JsonNode, String> answer) {
    var left = new AtomicInteger(times);
    peer.on(
        "/classify",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, -1);
          } else {
            answer(exchange, answer);
          }
        });
  }

  private void answer(HttpExchange exchange, Function<JsonNode, String> answer) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(request);
    ports.add(exchange.getRemoteAddress().getPort());
    byte[] body = answer.apply(JsonMapper.shared().readTree(request)).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /// The same outcome for every post.
  static Function<JsonNode, String> always(String outcome) {
    return request -> {
      var outcomes = new ArrayList<String>();
      request.path("posts").forEach(post -> outcomes.add(outcome));
      return answer(String.join(",", outcomes));
    };
  }

  static String answer(String outcomes) {
    return "{\"version\":1,\"classifier\":\"words@1\",\"outcomes\":[" + outcomes + "]}";
  }

  ClassifierFactory factory(String more) {
    return factory(more, Path.of(""));
  }

  ClassifierFactory factory(String more, Path folder) {
    String settings =
        """
        engine: http
        url: %s
        allow-private: true
        topics: {bees: Bees, costs: Costs}
        """
            .formatted(peer.address("/classify"));
    return new HttpEngine().factory("mine", settings + more, folder);
  }

  TestPeer peer() {
    return peer;
  }

  List<String> requests() {
    return requests;
  }

  /// How many connections the requests came over.
  int connections() {
    return ports.size();
  }

  @Override
  public void close() {
    peer.close();
  }
}
