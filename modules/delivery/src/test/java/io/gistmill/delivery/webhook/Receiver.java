package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.testsupport.peer.TestPeer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A web server that remembers what was posted to it.
final class Receiver implements AutoCloseable {

  private final TestPeer peer = new TestPeer();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /// Answers `/hook` and everything below.
  Receiver answering(int status, Map<String, String> headers, UnaryOperator<String> answer) {
    peer.on(
        "/hook",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          bodies.add(body);
          headers.forEach(exchange.getResponseHeaders()::add);
          byte[] bytes = answer.apply(body).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    return this;
  }

  Receiver answering(int status, String answer) {
    return answering(status, Map.of(), body -> answer);
  }

  URI hook() {
    return peer.address("/hook");
  }

  int port() {
    return peer.port();
  }

  List<String> bodies() {
    return bodies;
  }

  List<TestPeer.Asked> asked() {
    return peer.asked();
  }

  @Override
  public void close() {
    peer.close();
  }
}
