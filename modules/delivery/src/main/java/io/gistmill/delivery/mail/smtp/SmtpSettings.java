package io.gistmill.delivery.mail.smtp;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The mail server that takes our mails and carries them on.
///
/// @param login null for a server that asks for none
/// @param connections at the most, at the same time
/// @param trust decides which certificates are good
public record SmtpSettings(
    String host,
    int port,
    Security security,
    @Nullable Login login,
    int connections,
    Limits limits,
    SSLContext trust) {

  public SmtpSettings {
    if (port < 1 || port > 65_535 || connections < 1) {
      throw new IllegalArgumentException(
          "port " + port + " or number of connections " + connections + " is out of range");
    }
    if (login != null && security == Security.NONE) {
      throw new IllegalArgumentException(
          "a password would cross the network in the clear: set mail.smtp.security to starttls or"
              + " tls, or leave out user and password");
    }
  }

  /// With the usual limits and the certificates that Java trusts.
  public static SmtpSettings of(
      String host, int port, Security security, @Nullable Login login, int connections) {
    try {
      return new SmtpSettings(
          host, port, security, login, connections, Limits.USUAL, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /// @param password read anew for each connection, and never logged
  public record Login(String user, Supplier<char[]> password) {

    @Override
    public String toString() {
      return "Login[user=" + user + ", password=hidden]";
    }
  }

  /// @param connect to reach the server
  /// @param answer to each command
  /// @param whole for one mail with everything; less than a minute
  /// @param idle after which an unused connection is closed
  public record Limits(Duration connect, Duration answer, Duration whole, Duration idle) {

    static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(50),
            Duration.ofSeconds(15));
  }
}
