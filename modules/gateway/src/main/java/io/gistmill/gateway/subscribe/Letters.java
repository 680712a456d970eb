package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.Outcome;

/// Hands letters to a mail server.
@FunctionalInterface
public interface Letters {

  /// Tries once, within a minute. Safe for all threads.
  Outcome send(Letter letter) throws InterruptedException;
}
