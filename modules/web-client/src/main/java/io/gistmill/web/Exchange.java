package io.gistmill.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/// One fetch, from the first address over all redirects to the body.
final class Exchange {

  private final Wire wire;
  private final Limits limits;
  private final WebRequest request;
  private URI at;

  Exchange(Wire wire, Limits limits, WebRequest request) {
    this.wire = wire;
    this.limits = limits;
    this.request = request;
    this.at = request.address();
  }

  Answer run() {
    try {
      return follow();
    } catch (IllegalArgumentException e) {
      return Answer.Refused.because(at.getHost() + " redirects astray: " + e.getMessage());
    } catch (IOException e) {
      return Answer.Refused.because(Troubles.words(e, at));
    }
  }

  private Answer follow() throws IOException {
    boolean forGood = true;
    URI movedTo = null;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      try (ClassicHttpResponse response = open()) {
        Map<String, String> headers = Wire.headers(response);
        int status = response.getCode();
        if (!isRedirect(status) || !headers.containsKey("location")) {
          return answer(response, headers, movedTo);
        }
        at = WebAddress.resolve(at, headers.getOrDefault("location", ""));
        forGood &= status == 301 || status == 308;
        movedTo = forGood ? at : movedTo;
      }
    }
    return Answer.Refused.because(
        request.address().getHost() + " redirects more than " + limits.redirects() + " times");
  }

  private ClassicHttpResponse open() throws IOException {
    var get = new HttpGet(at);
    get.setHeader("Accept", request.accept());
    get.setHeader("Accept-Encoding", "gzip");
    if (request.etag() != null) {
      get.setHeader("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      get.setHeader("If-Modified-Since", request.lastModified());
    }
    return wire.send(get, at);
  }

  private Answer answer(
      ClassicHttpResponse response, Map<String, String> headers, @Nullable URI movedTo)
      throws IOException {
    int status = response.getCode();
    if (status == 304) {
      return new Answer.NotModified(movedTo, headers);
    } else if (status < 200 || status > 299) {
      return new Answer.Refused(
          at.getHost() + " answered " + status + meaning(status),
          status,
          status == 410,
          RetryAfter.of(headers));
    }
    return new Answer.Fetched(at, movedTo, headers, body(response.getEntity(), headers));
  }

  private byte[] body(@Nullable HttpEntity entity, Map<String, String> headers) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    // Not closed: that would read to the end. The response is closed, and with it the connection.
    InputStream content = entity.getContent();
    return new Body(limits).read(content, headers.getOrDefault("content-encoding", ""));
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static String meaning(int status) {
    return switch (status) {
      case 401, 403 -> ": it does not let programs read this address";
      case 404 -> ": there is nothing at this address";
      case 410 -> ": what was at this address is gone for good";
      case 429 -> ": it was asked too often";
      default -> status >= 500 ? ": it has troubles of its own" : "";
    };
  }
}
