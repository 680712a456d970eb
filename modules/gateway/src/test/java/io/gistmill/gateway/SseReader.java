package io.gistmill.gateway;

import io.gistmill.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads Server-Sent Events as a client outside would.
final class SseReader implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final InputStream body;
  private final BufferedReader lines;
  private @Nullable String lastId;
  private @Nullable Event opening;

  record Event(String name, JsonNode data) {}

  private SseReader(URI address, @Nullable String lastId) throws IOException, InterruptedException {
    this.lastId = lastId;
    var request = HttpRequest.newBuilder(address);
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    body = answer.body();
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /// Returns once the stream is open and the reader's place is known.
  static SseReader open(String address, @Nullable String lastId)
      throws IOException, InterruptedException {
    var reader = new SseReader(URI.create(address), lastId);
    reader.opening = reader.next(true);
    return reader;
  }

  /// An event that came before the stream proper; null as a rule.
  @Nullable Event opening() {
    return opening;
  }

  @Nullable String lastId() {
    return lastId;
  }

  /// The next event; null at the end of the stream.
  @Nullable Event next() throws IOException {
    return next(false);
  }

  private @Nullable Event next(boolean orPlace) throws IOException {
    String name = "message";
    var data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data.append(line.substring(6));
      } else if (line.isEmpty() && !data.isEmpty()) {
        return new Event(name, Json.MAPPER.readTree(data.toString()));
      } else if (line.isEmpty() && orPlace) {
        return null;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    body.close();
    http.shutdownNow();
  }
}
