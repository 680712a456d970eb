package io.gistmill.courier;

import static java.util.Map.entry;

import io.gistmill.courier.HookPeer.Doing;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;

/// What webhooks do, in the words of the documentation.
final class HookDoings {

  static final String CERTIFICATE = "shows a certificate that nobody vouches for";

  private static final Map<String, Doing> ALL =
      Map.ofEntries(
          entry("answers `204`", HookPeer.says("204 No Content", "")),
          entry("answers `200` and breaks off within the body", HookDoings::breakOff),
          entry(
              "answers `301` to an address of this machine",
              HookPeer.says(
                  "301 Moved", "Location: http://127.0.0.1:1/elsewhere\r\nContent-Length: 0\r\n")),
          entry("answers `404`", HookPeer.says("404 Not Found", "Content-Length: 0\r\n")),
          entry("answers `410`", HookPeer.says("410 Gone", "Content-Length: 0\r\n")),
          entry(
              "answers `429` with `Retry-After: 3600`",
              HookPeer.says("429 Too Many", "Retry-After: 3600\r\nContent-Length: 0\r\n")),
          entry("answers `500`", HookPeer.says("500 Oh", "Content-Length: 0\r\n")),
          entry(
              "answers `503` with `Retry-After: 3600`",
              HookPeer.says("503 Later", "Retry-After: 3600\r\nContent-Length: 0\r\n")),
          entry("ends the connection without an answer", Socket::close),
          entry("resets the connection", HookDoings::reset),
          entry("says nothing", HookDoings::hang),
          entry("answers `200` with a body without end", HookDoings::endless),
          entry(CERTIFICATE, HookPeer.says("204 No Content", "")));

  private HookDoings() {}

  static Doing of(String words) {
    Doing doing = ALL.get(words);
    if (doing == null) {
      throw new IllegalArgumentException("no webhook here " + words);
    }
    return doing;
  }

  private static void breakOff(Socket socket) throws IOException {
    HookPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe beginning");
    socket.close();
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// Until the other side has gone.
  private static void hang(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      continue;
    }
  }

  private static void endless(Socket socket) throws IOException {
    HookPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    while (true) {
      HookPeer.write(socket, "words ".repeat(1_000));
    }
  }
}
