package io.gistmill.launcher.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gistmill.launcher.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A Gistmill that says what it is told to say, and notes what it was asked.
final class ToldServer implements AutoCloseable {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final HttpServer server;

  ToldServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// @param request such as `GET /api/topics?a=b`
  void says(String request, String body) {
    answers.put(request, body);
  }

  /// With every answer from now on.
  void adds(String header, String value) {
    headers.put(header, value);
  }

  List<String> asked() {
    return asked;
  }

  CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        1,
        List.of("--url", "http://localhost:" + server.getAddress().getPort(), "--token", "secret"));
    return CommandRun.of(all.toArray());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(what + (body.isEmpty() ? "" : " " + body));
    String said = answers.get(what);
    byte[] bytes =
        (said == null ? "{\"error\":\"not here\",\"mend\":\"look elsewhere\"}" : said)
            .getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(said == null ? 404 : 200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
