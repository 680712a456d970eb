package io.gistmill.testsupport.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// A mail server (RFC 5321) that takes every mail, keeps its Message-ID and throws the rest away,
/// so that many thousand mails cost neither memory nor much time.
///
/// A mail counts from the moment at which its last line has come, before the sender hears of it.
public final class MailSink implements AutoCloseable {

  private static final String MESSAGE_ID = "message-id:";
  private static final int LONGEST = 4_096;

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> arrived = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  public MailSink() {
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// How often a mail came, by its Message-ID without the brackets.
  public SortedMap<String, Integer> arrived() {
    return new TreeMap<>(arrived);
  }

  /// How many mails came, repeats too.
  public long count() {
    return count.get();
  }

  /// Of all mails, header and body.
  public long bytes() {
    return bytes.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: nobody sends any more.
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new Talk(socket).run();
    } catch (IOException e) {
      // The sender has gone; a mail that was not whole does not count.
      return;
    } finally {
      open.remove(socket);
    }
  }

  /// One connection.
  private final class Talk {

    private final BufferedInputStream in;
    private final OutputStream out;
    private final byte[] line = new byte[LONGEST];
    private int length;

    Talk(Socket socket) throws IOException {
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      say("220 sink.example ESMTP");
      while (read()) {
        String verb = text().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> say("250-sink.example\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES");
          case "DATA" -> {
            say("354 go on");
            data();
          }
          case "QUIT" -> {
            say("221 2.0.0 bye");
            return;
          }
          default -> say("250 2.0.0 fine");
        }
      }
    }

    private void data() throws IOException {
      String id = "none";
      boolean header = true;
      long size = 0;
      while (read()) {
        if (length == 1 && line[0] == '.') {
          arrived.merge(id, 1, Integer::sum);
          bytes.addAndGet(size);
          say("250 2.0.0 taken as " + count.incrementAndGet());
          return;
        }
        size += length + 2L;
        header &= length > 0;
        if (header && startsWithId()) {
          id = text().substring(MESSAGE_ID.length()).strip().replaceAll("[<>]", "");
        }
      }
      throw new IOException("the mail ended before its end");
    }

    private boolean startsWithId() {
      return length > MESSAGE_ID.length()
          && (line[0] == 'M' || line[0] == 'm')
          && text().toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID);
    }

    /// Reads a line; what is longer than a line may be is cut.
    private boolean read() throws IOException {
      length = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          return true;
        }
        if (next != '\r' && length < LONGEST) {
          line[length++] = (byte) next;
        }
      }
      return false;
    }

    private String text() {
      return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    private void say(String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
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
