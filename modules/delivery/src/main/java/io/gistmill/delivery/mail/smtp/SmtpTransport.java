package io.gistmill.delivery.mail.smtp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Refused;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.Composition;
import io.gistmill.delivery.mail.Composition.Mail;
import io.gistmill.delivery.mail.MailAddress;
import io.gistmill.delivery.mail.MailComposer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Hands mails to one mail server (RFC 5321), which carries them on.
///
/// Connections are used again for the next mail and closed when idle. Each mail has its time, kept
/// by a thread beside: a server that drips bytes never runs into a limit for one answer.
public final class SmtpTransport implements Transport {

  private final MailComposer composer;
  private final SmtpSettings settings;
  private final InstantSource clock;
  private final Connector connector;
  private final ConnectionPool pool;
  private final Semaphore free;
  private final ScheduledExecutorService watch;

  public SmtpTransport(MailComposer composer, SmtpSettings settings, InstantSource clock) {
    this.composer = composer;
    this.settings = settings;
    this.clock = clock;
    this.connector = new Connector(settings);
    this.pool = new ConnectionPool(settings.limits().idle(), clock);
    this.free = new Semaphore(settings.connections(), true);
    this.watch = watch();
    long idle = settings.limits().idle().toMillis();
    var _ = watch.scheduleWithFixedDelay(pool::sweep, idle, idle, MILLISECONDS);
  }

  private static ScheduledExecutorService watch() {
    var threads = Thread.ofPlatform().daemon().name("smtp-watch").factory();
    var watch = new ScheduledThreadPoolExecutor(1, threads);
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  /// The domain of the address.
  @Override
  public String destination(Recipient to) {
    var mailbox = to.contact().mailbox();
    return mailbox == null ? "" : MailAddress.domainOf(mailbox.address());
  }

  @Override
  public Outcome send(Message message, Recipient to) throws InterruptedException {
    var mailbox = to.contact().mailbox();
    if (mailbox == null) {
      return new Refused("there is no address of e-mail", true);
    }
    return switch (composer.compose(message, mailbox.address())) {
      case Composition.Unsendable(var reason, var address) -> new Refused(reason, address);
      case Mail mail -> send(mail);
    };
  }

  private Outcome send(Mail mail) throws InterruptedException {
    Instant end = clock.instant().plus(settings.limits().whole());
    if (!free.tryAcquire(settings.limits().connect().toMillis(), MILLISECONDS)) {
      return Verdict.destination(
          "all " + settings.connections() + " connections to the mail server are busy");
    }
    try {
      return onAny(mail, end);
    } finally {
      free.release();
    }
  }

  /// A server may have ended a connection that waited; another try loses nothing then.
  private Outcome onAny(Mail mail, Instant end) throws InterruptedException {
    @Nullable SmtpConnection waiting = pool.take();
    if (waiting != null) {
      Exchange.Result result = on(waiting, mail, end);
      if (!result.lapsed()) {
        return result.outcome();
      }
    }
    return onNew(mail, end);
  }

  private Outcome onNew(Mail mail, Instant end) throws InterruptedException {
    try {
      var made = new SmtpConnection(connector.session(), connector.socket());
      pool.add(made);
      return on(made, mail, end).outcome();
    } catch (IOException e) {
      return Verdict.destination("no socket can be made: " + e.getMessage());
    }
  }

  private Exchange.Result on(SmtpConnection connection, Mail mail, Instant end)
      throws InterruptedException {
    boolean fit = false;
    var exchange = new Exchange(connection, connector, settings);
    long left = Duration.between(clock.instant(), end).toMillis();
    var late = watch.schedule(exchange::late, left, MILLISECONDS);
    try {
      Exchange.Result result = exchange.run(mail);
      fit = result.fit();
      return result;
    } finally {
      late.cancel(false);
      pool.giveBack(connection, fit);
    }
  }

  /// Mails on their way fail at once; the server may have them.
  @Override
  public void close() {
    watch.shutdownNow();
    pool.close();
  }
}
