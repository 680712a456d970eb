package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties a mailbox of reports. For one thread, which calls [#poll] every few minutes.
public final class MailboxPoller {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

  private final BounceMailbox mailbox;
  private final BounceReader reader;
  private final Consumer<Bounce> taker;

  /// @param taker is given each bounce; what it throws leaves the report where it is
  public MailboxPoller(BounceMailbox mailbox, BounceReader reader, Consumer<Bounce> taker) {
    this.mailbox = mailbox;
    this.reader = reader;
    this.taker = taker;
  }

  /// @return how many mails were handled; what is no bounce counts too
  /// @throws IOException when the mailbox cannot be read now; what was handled stays so
  public int poll() throws IOException {
    return mailbox.take(this::take);
  }

  private void take(String name, byte[] mail) {
    switch (reader.read(mail)) {
      case Found(var bounce) -> taker.accept(bounce);
      case Other(var what) -> LOG.info("mail={} what=\"{}\"", name, what);
      case Unreadable(var reason) ->
          LOG.warn("mail={} problem=\"no report that can be read\" reason=\"{}\"", name, reason);
    }
  }
}
