package io.gistmill.delivery;

import io.gistmill.domain.BounceKind;
import java.time.Duration;

/// A way by which messages leave.
///
/// Safe for all threads: many messages are on their way at once, each on a thread of its own that
/// waits for the peer.
public interface Transport extends AutoCloseable {

  /// What recipients have in common who share a peer, such as the domain of an address or the host
  /// of a webhook: attempts are spread fairly over destinations.
  String destination(Recipient to);

  /// Tries once. Ends within a minute, and never throws for anything that the peer does.
  ///
  /// @throws InterruptedException when the process ends; the peer may have taken the message
  Outcome send(Message message, Recipient to) throws InterruptedException;

  /// A report came back later for a message that its peer had taken.
  ///
  /// @param after how long after it was sent
  default void returned(Recipient to, BounceKind kind, Duration after) {
    // Most ways know at once.
  }

  @Override
  void close();
}
