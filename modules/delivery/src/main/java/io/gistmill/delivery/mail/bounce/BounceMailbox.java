package io.gistmill.delivery.mail.bounce;

import java.io.IOException;

/// A mailbox into which reports come. For one thread.
public interface BounceMailbox {

  /// Takes what lies there, oldest first, each at most once: a mail whose taker returns is moved
  /// aside before the next is taken, one whose taker throws stays.
  ///
  /// After a crash between the two a mail is met again; whoever takes it must know it by digest and
  /// kind.
  ///
  /// @return how many were taken
  /// @throws IOException when the mailbox cannot be read now
  int take(Taker taker) throws IOException;

  /// Takes one mail.
  @FunctionalInterface
  interface Taker {
    /// @param name for logs
    /// @param mail its first MiB at the most
    void take(String name, byte[] mail);
  }
}
