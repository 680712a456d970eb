package io.gistmill.classifier.chat;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.gistmill.web.Reply;
import io.gistmill.web.WebAddress;
import io.gistmill.web.WebClient;
import io.gistmill.web.WebPost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Lets the library talk through the guarded client, which bounds time and size and follows
/// nothing. For one thread at a time.
final class GuardedHttp implements HttpClient, HttpClientBuilder {

  private final WebClient client;
  private Duration within;

  /// @param within for one request
  GuardedHttp(WebClient client, Duration within) {
    this.client = client;
    this.within = within;
  }

  /// Sets how long the next request may take.
  void allow(Duration time) {
    within = time;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return switch (reply(request)) {
      case Reply.Answered(int status, Duration _, byte[] body) when status / 100 == 2 ->
          SuccessfulHttpResponse.builder().statusCode(status).headers(Map.of()).body(body).build();
      case Reply.Answered(int status, Duration _, byte[] body) ->
          throw new HttpException(status, new String(body, StandardCharsets.UTF_8));
      case Reply.Forbidden(String reason) ->
          throw new NotReachedException(
              reason + "; if the service is your own, set allow-private: true", false);
      case Reply.Failed(String reason, boolean connected, boolean _) ->
          throw new NotReachedException(reason, connected);
    };
  }

  private Reply reply(HttpRequest request) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    headers.remove("Content-Type");
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    try {
      return client.post(
          new WebPost(WebAddress.parse(request.url()), "application/json", headers, body), within);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReachedException("it was interrupted while it waited for the service", true);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers come whole");
  }

  @Override
  public Duration connectTimeout() {
    return within;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return within;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
