package io.gistmill.testsupport.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that does what a test tells it, at every step, and remembers what it heard.
///
/// Steps are verbs of SMTP, and `GREETING` and `END` (of a mail).
public final class ScriptedSmtp implements AutoCloseable {

  /// Does something instead of a plain answer.
  @FunctionalInterface
  public interface Doing {
    void run(Talk talk) throws IOException;
  }

  private final ServerSocket server;
  private final Map<String, Doing> script = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();

  public ScriptedSmtp() {
    on("GREETING", "220 scripted.example ESMTP")
        .on("EHLO", "250-scripted.example\r\n250 ENHANCEDSTATUSCODES")
        .on("DATA", "354 go on")
        .on("END", "250 2.0.0 taken as 17")
        .on("QUIT", "221 bye");
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public ScriptedSmtp on(String step, String answer) {
    return on(step, talk -> talk.say(answer));
  }

  public ScriptedSmtp on(String step, Doing doing) {
    script.put(step, doing);
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  /// Commands, with what follows them.
  public List<String> heard() {
    return heard;
  }

  /// As they came, with the dots that were doubled.
  public List<String> mails() {
    return mails;
  }

  public int connections() {
    return open.size();
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

  private void serve(Socket socket) {
    try (socket) {
      new Talk(socket).run();
    } catch (IOException e) {
      // The other side has gone.
      return;
    }
  }

  /// One connection.
  public final class Talk {

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private String said = "";
    private String to = "";

    Talk(Socket socket) throws IOException {
      this.socket = socket;
      this.in = reader(socket);
      this.out = socket.getOutputStream();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private void run() throws IOException {
      step("GREETING");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("RCPT")) {
          to = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
        }
        step(verb);
        if (verb.equals("DATA") && said.startsWith("354")) {
          data();
        }
      }
    }

    private void step(String name) throws IOException {
      script.getOrDefault(name, talk -> talk.say("250 2.0.0 fine")).run(this);
    }

    private void data() throws IOException {
      var mail = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(".")) {
          mails.add(mail.toString());
          step("END");
          return;
        }
        mail.append(line).append("\r\n");
      }
    }

    /// To whom the mail at hand goes; empty before the first.
    public String to() {
      return to;
    }

    public void say(String answer) throws IOException {
      said = answer;
      write(answer + "\r\n");
    }

    public void write(String bytes) throws IOException {
      out.write(bytes.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    public void drop() throws IOException {
      socket.close();
    }

    /// Ends it by RST.
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /// Says nothing until the other side has gone.
    public void hang() throws IOException {
      while (in.read() >= 0) {
        continue;
      }
    }

    public void startTls(SSLContext context) throws IOException {
      say("220 go on");
      var tls =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      tls.setUseClientMode(false);
      tls.startHandshake();
      socket = tls;
      in = reader(tls);
      out = tls.getOutputStream();
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
