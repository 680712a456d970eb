package io.gistmill.web;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/// Carries one request after the other. Runs on one thread; may be cut from another.
final class Wire {

  private final CloseableHttpClient client;
  private volatile @Nullable HttpUriRequestBase current;
  private volatile boolean cut;

  Wire(CloseableHttpClient client) {
    this.client = client;
  }

  ClassicHttpResponse send(HttpUriRequestBase request, URI to) throws IOException {
    current = request;
    if (cut) {
      throw new IOException("the exchange was ended");
    }
    return client.executeOpen(HttpHost.create(to), request, null);
  }

  /// Breaks the connection; the running thread comes back soon after.
  void cut() {
    cut = true;
    HttpUriRequestBase request = current;
    if (request != null) {
      request.cancel();
    }
  }

  /// By lower-case name, the first of each.
  static Map<String, String> headers(ClassicHttpResponse response) {
    var headers = new TreeMap<String, String>();
    for (Header header : response.getHeaders()) {
      String value = header.getValue();
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value == null ? "" : value);
    }
    return headers;
  }
}
