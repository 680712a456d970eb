package io.gistmill.courier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A webhook that misbehaves some times, and then takes every post.
final class HookPeer implements AutoCloseable {

  /// What it does when it has a post.
  @FunctionalInterface
  interface Doing {
    void run(Socket socket) throws IOException;
  }

  private static final Doing WELL = says("204 No Content", "");

  private final ServerSocket server;
  private final Doing doing;
  private final int times;
  private final @Nullable SSLContext tls;
  private final AtomicInteger posts = new AtomicInteger();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /// @param tls null for plain http
  HookPeer(Doing doing, int times, @Nullable SSLContext tls) {
    this.doing = doing;
    this.times = times;
    this.tls = tls;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// An answer of HTTP.
  static Doing says(String status, String headers) {
    return socket -> write(socket, "HTTP/1.1 " + status + "\r\n" + headers + "\r\n");
  }

  static void write(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  String url() {
    String scheme = tls == null ? "http" : "https";
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/hook").toString();
  }

  /// The `webhook-id` of each post, in order.
  List<String> ids() {
    return ids;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
      return;
    }
  }

  private void serve(Socket plain) {
    try (Socket socket = tls == null ? plain : encrypted(plain, tls)) {
      ids.add(readPost(socket.getInputStream()));
      Doing next = posts.incrementAndGet() <= times ? doing : WELL;
      next.run(socket);
    } catch (IOException e) {
      // The other side has gone.
      return;
    }
  }

  private static Socket encrypted(Socket plain, SSLContext context) throws IOException {
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static String readPost(InputStream socket) throws IOException {
    var in = new BufferedInputStream(socket);
    String id = "none";
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("webhook-id:")) {
        id = line.substring("webhook-id:".length()).strip();
      } else if (header.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
    return id;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the post ended before its end");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
