package io.gistmill.testsupport.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// Writes whatever bytes to whoever connects, without being asked.
public final class RawPeer implements AutoCloseable {

  /// Writes until it is done or the other side has gone.
  @FunctionalInterface
  public interface Writing {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Writing writing;

  public RawPeer(Writing writing) {
    this.writing = writing;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      writing.write(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The other side has seen enough.
      return;
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/feed");
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
