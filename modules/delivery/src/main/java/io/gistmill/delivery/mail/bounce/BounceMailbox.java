package io.gistmill.delivery.mail.bounce;

import java.io.IOException;
import java.util.List;

/// A mailbox into which reports come. For one thread.
public interface BounceMailbox {

  /// Takes what lies there, oldest first, a few at a time: mails whose taker returns are moved
  /// aside before the next are taken, those whose taker throws stay.
  ///
  /// After a crash between the two they are met again; whoever takes them must know them by digest
  /// and kind.
  ///
  /// @return how many were taken
  /// @throws IOException when the mailbox cannot be read now
  int take(Taker taker) throws IOException;

  /// @param name for logs
  /// @param bytes its first MiB at the most
  record Mail(String name, byte[] bytes) {}

  /// Takes mails.
  @FunctionalInterface
  interface Taker {
    void take(List<Mail> mails);
  }
}
