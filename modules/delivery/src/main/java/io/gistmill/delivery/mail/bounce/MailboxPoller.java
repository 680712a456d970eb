package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.bounce.BounceMailbox.Mail;
import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties a mailbox of reports. For one thread, which calls [#poll] every few minutes.
public final class MailboxPoller {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

  private final BounceMailbox mailbox;
  private final BounceReader reader;
  private final Consumer<List<BounceReading>> taker;

  /// @param taker is given what was read, a few mails at a time; what it throws leaves them where
  ///   they are
  public MailboxPoller(
      BounceMailbox mailbox, BounceReader reader, Consumer<List<BounceReading>> taker) {
    this.mailbox = mailbox;
    this.reader = reader;
    this.taker = taker;
  }

  /// @return how many mails were handled; what is no bounce counts too
  /// @throws IOException when the mailbox cannot be read now; what was handled stays so
  public int poll() throws IOException {
    return mailbox.take(mails -> taker.accept(mails.stream().map(this::read).toList()));
  }

  private BounceReading read(Mail mail) {
    BounceReading reading = reader.read(mail.bytes());
    switch (reading) {
      case Found(var bounce) when bounce.proven() ->
          LOG.debug("mail={} kind={} digest={}", mail.name(), bounce.kind(), bounce.digest());
      case Found(var bounce) ->
          LOG.warn(
              "mail={} kind={} problem=\"it bears no mark of ours, so it counts for nothing\"",
              mail.name(),
              bounce.kind());
      case Other(var what) -> LOG.info("mail={} what=\"{}\"", mail.name(), what);
      case Unreadable(var reason) ->
          LOG.warn(
              "mail={} problem=\"no report that can be read\" reason=\"{}\"", mail.name(), reason);
    }
    return reading;
  }
}
