package io.gistmill.launcher.remote;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A running Gistmill, seen through its HTTP API.
final class Remote {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final URI url;
  private final @Nullable String token;

  Remote(URI url, @Nullable String token) {
    this.url = url;
    this.token = token;
  }

  /// @param path with a leading slash, encoded
  JsonNode get(String path) throws IOException, InterruptedException {
    return ask("GET", path, BodyPublishers.noBody(), "application/json");
  }

  /// @param text as it was answered
  /// @param same false where it says something else than the one that was sent
  /// @param asOf the time up to which posts are in it; null for all
  record Document(String text, boolean same, @Nullable String asOf) {}

  /// A digest, for those who may see it.
  Document document(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER_WITHIN);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> answer = send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer.statusCode(), answer.body());
    }
    boolean same = answer.headers().firstValue("Gistmill-Same").orElse("true").equals("true");
    String asOf = answer.headers().firstValue("Gistmill-As-Of").orElse(null);
    return new Document(new String(answer.body(), StandardCharsets.UTF_8), same, asOf);
  }

  JsonNode post(String path, byte[] body, String type) throws IOException, InterruptedException {
    return ask("POST", path, BodyPublishers.ofByteArray(body), type);
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return post(path, Json.MAPPER.writeValueAsBytes(body), "application/json");
  }

  JsonNode patch(String path, Object body) throws IOException, InterruptedException {
    byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
    return ask("PATCH", path, BodyPublishers.ofByteArray(bytes), "application/json");
  }

  JsonNode delete(String path) throws IOException, InterruptedException {
    return ask("DELETE", path, BodyPublishers.noBody(), "application/json");
  }

  /// Opens a stream of events; the caller closes it.
  ///
  /// @param lastEventId where to go on, null for the present
  Stream<String> stream(String path, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path)).header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> answer = send(request.build(), BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      try (Stream<String> lines = answer.body()) {
        String body = String.join("\n", lines.limit(100).toList());
        throw refused(answer.statusCode(), body.getBytes(StandardCharsets.UTF_8));
      }
    }
    return answer.body();
  }

  private JsonNode ask(String method, String path, BodyPublisher body, String type)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", type)
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> answer = send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer.statusCode(), answer.body());
    }
    return tree(answer.body());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new RemoteException(
          url
              + " does not answer ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "); start Gistmill with ./gistmill run, or name another address with --url");
    }
  }

  private static RemoteException refused(int status, byte[] body) {
    JsonNode answer = tree(body);
    String error = answer.path("error").asString("");
    String mend = answer.path("mend").asString("");
    String said = error.isEmpty() ? "it answered with status " + status : error;
    String token = status == 401 ? "give the token with --token or in GISTMILL_API_TOKEN" : mend;
    return new RemoteException(
        token.isEmpty() ? said : said + "; " + token, status, !error.isEmpty() && !mend.isEmpty());
  }

  private static JsonNode tree(byte[] body) {
    try {
      return body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      return Json.MAPPER.createObjectNode();
    }
  }
}
