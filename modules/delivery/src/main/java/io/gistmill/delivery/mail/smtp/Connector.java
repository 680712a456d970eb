package io.gistmill.delivery.mail.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Opens sockets to the mail server and hands them to the library.
final class Connector {

  private final SmtpSettings settings;
  private final SSLSocketFactory tls;

  Connector(SmtpSettings settings) {
    this.settings = settings;
    this.tls = settings.trust().getSocketFactory();
  }

  /// A socket that is not connected yet, so that it can be closed while it tries. What is flushed
  /// goes out at once: by Nagle's algorithm (RFC 896) the last bytes of each mail would wait for a
  /// server that holds back its acknowledgement, which is 40 ms on Linux.
  Socket socket() throws IOException {
    var socket = new BoundedSocket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(settings.limits().answer().toMillis()));
    return socket;
  }

  /// Connected; encrypted where TLS comes first.
  Socket connect(Socket plain) throws IOException {
    plain.connect(
        new InetSocketAddress(address(), settings.port()),
        Math.toIntExact(settings.limits().connect().toMillis()));
    return settings.security() == Security.TLS ? encrypted(plain) : plain;
  }

  /// Keeps the name that was typed: certificates are checked against it.
  private InetAddress address() throws IOException {
    byte[] address = InetAddress.getByName(settings.host()).getAddress();
    return InetAddress.getByAddress(settings.host(), address);
  }

  private Socket encrypted(Socket plain) throws IOException {
    var socket = (SSLSocket) tls.createSocket(plain, settings.host(), settings.port(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  Session session() {
    var values = new Properties();
    values.setProperty("mail.smtp.host", settings.host());
    values.setProperty("mail.smtp.quitwait", "false");
    values.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    values.setProperty("mail.smtp.starttls.enable", String.valueOf(mayStartTls()));
    values.setProperty(
        "mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
    values.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    values.put("mail.smtp.ssl.socketFactory", tls);
    return Session.getInstance(values, signIn(values, settings.login()));
  }

  private boolean mayStartTls() {
    return settings.security() == Security.STARTTLS
        || settings.security() == Security.OPPORTUNISTIC;
  }

  private static @Nullable Authenticator signIn(
      Properties values, SmtpSettings.@Nullable Login login) {
    if (login == null) {
      return null;
    }
    values.setProperty("mail.smtp.auth", "true");
    values.setProperty("mail.smtp.user", login.user());
    return new Passwords(login);
  }

  private static final class Passwords extends Authenticator {

    private final SmtpSettings.Login login;

    Passwords(SmtpSettings.Login login) {
      this.login = login;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      char[] password = login.password().get();
      try {
        return new PasswordAuthentication(login.user(), new String(password));
      } finally {
        Arrays.fill(password, '\0');
      }
    }
  }
}
