package io.gistmill.classifier.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.gistmill.testsupport.peer.TestPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A service on this machine that speaks as the OpenAI-compatible ones do, and answers as it is
/// told.
final class StandIn implements AutoCloseable {

  static final String BEES =
      """
      {"tags":[{"topic":"bees","confidence":0.9,"evidence":[{"part":"text","quote":"bees"}]}]}
      """;

  private static final String PATH = "/v1/chat/completions";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TestPeer peer = new TestPeer();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2025-03-05T23:00:00Z"));
  private String finish = "stop";

  /// Every request gets this message.
  StandIn(String message) {
    this(user -> message);
  }

  /// @param message by what the user's message says
  StandIn(UnaryOperator<String> message) {
    peer.on(PATH, exchange -> answer(exchange, message));
  }

  private void answer(HttpExchange exchange, UnaryOperator<String> message) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    requests.add(request);
    String user = request.at("/messages/1/content").asString();
    byte[] body = completion(message.apply(user)).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private String completion(String message) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", "1").put("object", "chat.completion").put("model", "small");
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", message);
    answer
        .putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 20)
        .put("total_tokens", 120);
    return answer.toString();
  }

  StandIn finishing(String reason) {
    finish = reason;
    return this;
  }

  StandIn failing(int status, String body) {
    peer.on(PATH, status, Map.of(), body.getBytes(UTF_8));
    return this;
  }

  ChatClassifierFactory factory(String more, Path folder) {
    String settings = service() + "topics: {bees: Bees, costs: Costs}\n" + more;
    InstantSource clock = now::get;
    return new ChatClassifierFactory("chat", ChatSettings.read(settings, folder), clock);
  }

  ChatSummariserFactory summariser(String more, Path folder) {
    InstantSource clock = now::get;
    return new ChatSummariserFactory(SummarySettings.read(service() + more, folder), clock);
  }

  private String service() {
    return """
        engine: chat
        url: http://127.0.0.1:%s/v1
        allow-private: true
        model: small
        """
        .formatted(Integer.toString(peer.port()));
  }

  ChatClassifierFactory factory(String more) {
    return factory(more, Path.of(""));
  }

  void setNow(String instant) {
    now.set(Instant.parse(instant));
  }

  List<JsonNode> requests() {
    return requests;
  }

  TestPeer peer() {
    return peer;
  }

  @Override
  public void close() {
    peer.close();
  }
}
