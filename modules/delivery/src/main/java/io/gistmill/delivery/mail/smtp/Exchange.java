package io.gistmill.delivery.mail.smtp;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.mail.Composition.Mail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;

/// One mail over one connection.
final class Exchange {

  private static final int CLOSING = 421;

  private final SmtpConnection connection;
  private final Connector connector;
  private final SmtpSettings settings;
  private volatile boolean late;

  Exchange(SmtpConnection connection, Connector connector, SmtpSettings settings) {
    this.connection = connection;
    this.connector = connector;
    this.settings = settings;
  }

  /// @param fit whether the connection can take another mail
  /// @param lapsed whether an old connection had ended before the mail began
  record Result(Outcome outcome, boolean fit, boolean lapsed) {}

  /// The time is over. From another thread.
  void late() {
    late = true;
    connection.abort();
  }

  Result run(Mail mail) throws InterruptedException {
    boolean old = connection.isOld();
    try {
      if (!old) {
        connection.open(connector);
      }
      Optional<Outcome> hindrance = hindrance(mail);
      return hindrance.isPresent() ? new Result(hindrance.get(), false, false) : sent(mail, old);
    } catch (MessagingException | IOException e) {
      return failed(e, old);
    }
  }

  private Optional<Outcome> hindrance(Mail mail) {
    if (settings.login() != null && !connection.isSSL()) {
      return Optional.of(Verdict.unencrypted());
    }
    return mail.to().international() && !connection.supportsExtension("SMTPUTF8")
        ? Optional.of(
            new Outcome.Refused(
                "the mail server does not take addresses with such letters before the @ (it offers"
                    + " no SMTPUTF8)",
                false))
        : Optional.empty();
  }

  private Result sent(Mail mail, boolean old) throws MessagingException, IOException {
    Reply reply = connection.send(mail);
    Step step = connection.step();
    Outcome outcome = Verdict.of(step, reply);
    boolean gone = reply.isNone() || reply.code() == CLOSING;
    boolean fit = outcome instanceof Outcome.Accepted || !gone && connection.reset();
    return new Result(outcome, fit, old && gone && step == Step.SENDER);
  }

  private Result failed(Exception failure, boolean old) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("a mail was on its way");
    }
    Step step = connection.step();
    Outcome outcome =
        late
            ? Verdict.noAnswer(step, "it took longer than " + settings.limits().whole())
            : Failure.of(step, failure, connection.reply());
    return new Result(outcome, false, old && !late && step == Step.SENDER);
  }
}
