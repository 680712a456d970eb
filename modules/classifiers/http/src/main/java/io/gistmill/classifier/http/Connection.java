package io.gistmill.classifier.http;

import io.gistmill.classifier.engine.Secret;
import io.gistmill.web.Reply;
import io.gistmill.web.WebClient;
import io.gistmill.web.WebPost;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Sends single requests to the service, with the token where there is one.
final class Connection implements AutoCloseable {

  private final WebClient client;
  private final HttpSettings settings;
  private final Map<String, String> headers;

  Connection(WebClient client, HttpSettings settings, Optional<Secret> token) {
    this.client = client;
    this.settings = settings;
    this.headers =
        token
            .map(secret -> Map.of("Accept", "application/json", settings.header(), value(secret)))
            .orElse(Map.of("Accept", "application/json"));
  }

  private String value(Secret token) {
    return settings.scheme().isEmpty() ? token.reveal() : settings.scheme() + " " + token.reveal();
  }

  /// @param within for this request
  /// @throws InterruptedException when the caller was
  Reply send(byte[] json, Duration within) throws InterruptedException {
    return client.post(new WebPost(settings.url(), "application/json", headers, json), within);
  }

  @Override
  public void close() {
    client.close();
  }
}
