package io.gistmill.testsupport.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web server on this machine that answers as it was told, and remembers what it was asked.
public final class TestPeer implements AutoCloseable {

  /// @param path with its query
  /// @param headers by lower-case name, the first of each
  public record Asked(String path, Map<String, String> headers) {}

  /// Answers one request by hand.
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public TestPeer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    asked.add(new Asked(exchange.getRequestURI().toString(), headers));
    try (exchange) {
      answers
          .getOrDefault(exchange.getRequestURI().getPath(), it -> it.sendResponseHeaders(404, -1))
          .answer(exchange);
    }
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public TestPeer on(String path, Answering answer) {
    answers.put(path, answer);
    return this;
  }

  public TestPeer on(String path, int status, Map<String, String> headers, byte[] body) {
    return on(
        path,
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::add);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            exchange.getResponseBody().write(body);
          }
        });
  }

  public TestPeer on(String path, String type, String body) {
    return on(path, 200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  public TestPeer redirect(String path, int status, String to) {
    return on(path, status, Map.of("Location", to), new byte[0]);
  }

  public List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
