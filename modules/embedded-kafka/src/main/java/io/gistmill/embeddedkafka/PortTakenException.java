package io.gistmill.embeddedkafka;

import org.jspecify.annotations.Nullable;

/// Another program listens where the broker was to listen.
final class PortTakenException extends BrokerException {

  private static final long serialVersionUID = 1;

  PortTakenException(String where, @Nullable Throwable cause) {
    super(
        "another program listens where the broker was to listen ("
            + where
            + "); end that one, or ask for another port",
        cause);
  }
}
