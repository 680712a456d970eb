package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Accepted;
import jakarta.mail.MessagingException;
import java.io.IOException;

/// Tries the way to a mail server: connection, encryption and sign-in. No mail is sent.
public final class SmtpProbe {

  private SmtpProbe() {}

  /// Waits as long as a server may take for its answers.
  ///
  /// @return accepted, with how the connection is kept safe; or what hinders, and the mend
  public static Outcome of(SmtpSettings settings) {
    var connector = new Connector(settings);
    try {
      return over(new SmtpConnection(connector.session(), connector.socket()), connector, settings);
    } catch (IOException e) {
      return Verdict.destination("no socket can be made: " + e.getMessage());
    }
  }

  private static Outcome over(
      SmtpConnection connection, Connector connector, SmtpSettings settings) {
    try {
      connection.open(connector);
      return settings.login() != null && !connection.isSSL()
          ? Verdict.unencrypted()
          : new Accepted(connection.isSSL() ? "encrypted" : "not encrypted");
    } catch (MessagingException | IOException e) {
      return Failure.of(connection.step(), e, connection.reply());
    } finally {
      connection.quit();
    }
  }
}
