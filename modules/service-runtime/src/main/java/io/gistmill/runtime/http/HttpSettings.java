package io.gistmill.runtime.http;

/// Where a process answers over HTTP.
///
/// @param host address to listen on; `0.0.0.0` for all
/// @param port 0 for a free one
/// @param bodyLimit bytes of a request's body that a handler may read at once
public record HttpSettings(String host, int port, long bodyLimit) {

  public static final int DEFAULT_PORT = 8080;
  public static final long DEFAULT_BODY_LIMIT = 5 << 20;

  private static final int MAX_PORT = 65_535;

  public HttpSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must lie between 0 and " + MAX_PORT);
    }
    if (bodyLimit < 1) {
      throw new IllegalArgumentException("the limit of a body must be at least one byte");
    }
  }

  /// For this machine only.
  public static HttpSettings local(int port) {
    return new HttpSettings("127.0.0.1", port, DEFAULT_BODY_LIMIT);
  }
}
