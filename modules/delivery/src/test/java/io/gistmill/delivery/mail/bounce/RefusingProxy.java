package io.gistmill.delivery.mail.bounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands before an IMAP server, whose first mail it cannot give: as one whose disk is damaged at
/// that place.
final class RefusingProxy implements AutoCloseable {

  private static final Pattern FETCH_OF_FIRST = Pattern.compile("(\\S+) FETCH 1 \\(BODY.*");

  private final ServerSocket door;
  private final int server;
  private volatile boolean refusing = true;

  /// @param server its port on this machine
  RefusingProxy(int server) throws IOException {
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void mend() {
    refusing = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        var behind = new Socket(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual().start(() -> answers(behind, client));
        Thread.ofVirtual().start(() -> requests(client, behind));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private static void answers(Socket server, Socket client) {
    try (server;
        client;
        InputStream in = server.getInputStream()) {
      in.transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of them has gone.
    }
  }

  private void requests(Socket client, Socket server) {
    try (client;
        server;
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      in.lines().forEach(line -> request(line, client, server));
    } catch (IOException | UncheckedIOException e) {
      // One of them has gone.
    }
  }

  private void request(String line, Socket client, Socket server) {
    Matcher fetch = FETCH_OF_FIRST.matcher(line);
    boolean refused = refusing && fetch.matches();
    try {
      OutputStream out = refused ? client.getOutputStream() : server.getOutputStream();
      String sent = refused ? fetch.group(1) + " NO it is damaged" : line;
      out.write((sent + "\r\n").getBytes(ISO_8859_1));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
