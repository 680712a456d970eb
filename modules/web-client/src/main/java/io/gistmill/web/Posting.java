package io.gistmill.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/// One post and its answer.
final class Posting {

  private final Wire wire;
  private final Limits limits;
  private final WebPost post;

  Posting(Wire wire, Limits limits, WebPost post) {
    this.wire = wire;
    this.limits = limits;
    this.post = post;
  }

  Reply run() {
    try (ClassicHttpResponse response = wire.send(request(), post.address())) {
      Map<String, String> headers = Wire.headers(response);
      int status = response.getCode();
      return new Reply.Answered(status, RetryAfter.of(headers), body(response, headers));
    } catch (IOException e) {
      return failure(e, post.address());
    }
  }

  static Reply failure(Throwable trouble, URI address) {
    return trouble instanceof RefusedAddressException refused
        ? new Reply.Forbidden(
            address.getHost()
                + ": "
                + refused.address()
                + " is not posted to: "
                + refused.refusal())
        : new Reply.Failed(
            Troubles.words(trouble, address), connected(trouble), Troubles.lasting(trouble));
  }

  private static boolean connected(Throwable trouble) {
    return switch (trouble) {
      case UnknownHostException _,
          ConnectTimeoutException _,
          ConnectException _,
          NoRouteToHostException _,
          SSLException _ ->
          false;
      default -> true;
    };
  }

  private HttpPost request() {
    var request = new HttpPost(post.address());
    request.setHeader("User-Agent", "Gistmill/0.1");
    request.setHeader("Accept-Encoding", "gzip");
    post.headers().forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(post.body(), ContentType.parse(post.type())));
    return request;
  }

  private byte[] body(ClassicHttpResponse response, Map<String, String> headers)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    try {
      // Not closed: that would read to the end. The response is closed, and with it the connection.
      return new Body(limits)
          .read(entity.getContent(), headers.getOrDefault("content-encoding", ""));
    } catch (IOException e) {
      if (response.getCode() / 100 == 2) {
        throw e;
      }
      // The status says enough.
      return new byte[0];
    }
  }
}
