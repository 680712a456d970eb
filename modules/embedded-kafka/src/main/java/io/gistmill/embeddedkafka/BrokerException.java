package io.gistmill.embeddedkafka;

import org.jspecify.annotations.Nullable;

/// The broker did not start, or stopped by itself. The message names the mend.
public class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
