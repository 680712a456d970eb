package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.mail.Composition.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One connection to the mail server. Greeting, TLS, sign-in and the form of the data are the
/// library's; the dialogue of one mail is ours, since its outcome hangs on every answer.
///
/// For one thread at a time, except [#abort].
final class SmtpConnection extends SMTPTransport {

  private static final int GO_ON = 354;

  /// Below TLS, where there is any.
  private final Socket socket;

  private Step step = Step.CONNECT;
  private int mails;
  private Instant used = Instant.MIN;

  SmtpConnection(Session session, Socket socket) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.socket = socket;
  }

  void open(Connector connector) throws MessagingException, IOException {
    Socket connected = connector.connect(socket);
    setLocalHost(literal(socket.getLocalAddress()));
    connect(connected);
  }

  /// Our name for the greeting (RFC 5321, section 4.1.3). The library would ask the DNS for it.
  private static String literal(InetAddress own) {
    String address = own.getHostAddress();
    int zone = address.indexOf('%');
    String bare = zone < 0 ? address : address.substring(0, zone);
    return own instanceof Inet6Address ? "[IPv6:" + bare + "]" : "[" + bare + "]";
  }

  /// A password goes over encrypted connections alone.
  @Override
  public boolean supportsExtension(String extension) {
    return (isSSL() || !extension.startsWith("AUTH")) && super.supportsExtension(extension);
  }

  /// The answer that decided, at the step that [#step] tells.
  ///
  /// @throws MessagingException when there was none
  synchronized Reply send(Mail mail) throws MessagingException, IOException {
    mails++;
    Reply reply = ask(Step.SENDER, "MAIL FROM:<" + mail.from() + ">" + extensions(mail));
    if (reply.isDone()) {
      reply = ask(Step.RECIPIENT, "RCPT TO:<" + mail.to() + ">");
    }
    return reply.isDone() ? content(mail) : reply;
  }

  /// @return empty, or what to ask for: a way for addresses in UTF-8, and a report of failure that
  ///   names the mail
  private String extensions(Mail mail) {
    return (mail.to().international() ? " SMTPUTF8 BODY=8BITMIME" : "")
        + (supportsExtension("DSN") ? " RET=HDRS ENVID=" + mail.token() : "");
  }

  private Reply content(Mail mail) throws MessagingException, IOException {
    step = Step.CONTENT;
    OutputStream data;
    try {
      data = data();
    } catch (MessagingException e) {
      return last(e);
    }
    data.write(mail.bytes());
    data.flush();
    return ask(Step.END, ".");
  }

  /// The server did not want the mail.
  private Reply last(MessagingException e) throws MessagingException {
    Reply reply = reply();
    if (reply.isNone() || reply.code() == GO_ON) {
      throw e;
    }
    return reply;
  }

  private Reply ask(Step next, String command) throws MessagingException {
    step = next;
    simpleCommand(command.getBytes(StandardCharsets.UTF_8));
    return reply();
  }

  Reply reply() {
    return Reply.of(getLastReturnCode(), String.valueOf(getLastServerResponse()));
  }

  Step step() {
    return step;
  }

  /// Forgets a mail that was broken off, so that the next can begin.
  ///
  /// @return whether it can
  synchronized boolean reset() {
    try {
      return simpleCommand("RSET") == 250;
    } catch (MessagingException _) {
      return false;
    }
  }

  /// Whether it has brought a mail before.
  boolean isOld() {
    return mails > 0;
  }

  int mails() {
    return mails;
  }

  void usedAt(Instant now) {
    used = now;
  }

  Instant used() {
    return used;
  }

  /// Says goodbye where it can. The library leaves a socket open that never came to a greeting.
  void quit() {
    try {
      close();
    } catch (MessagingException _) {
      // It was gone already.
      return;
    } finally {
      abort();
    }
  }

  /// From any thread: whatever waits for the server fails at once.
  void abort() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no more use either way.
      return;
    }
  }
}
