package io.gistmill.deploy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A site with one feed of one entry.
record FeedServer(HttpServer server) implements AutoCloseable {

  private static final String FEED =
      """
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>urn:feed:one</id>
        <title>One entry</title>
        <updated>2025-03-01T12:00:00Z</updated>
        <entry>
          <id>urn:entry:1</id>
          <title>An index that fits on a phone</title>
          <updated>2025-03-01T12:00:00Z</updated>
          <summary>It holds two million passages.</summary>
        </entry>
      </feed>
      """;

  static FeedServer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] feed = FEED.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/atom+xml; charset=utf-8");
          exchange.sendResponseHeaders(200, feed.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(feed);
          }
        });
    server.start();
    return new FeedServer(server);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
