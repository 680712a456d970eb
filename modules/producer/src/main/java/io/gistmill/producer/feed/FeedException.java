package io.gistmill.producer.feed;

import java.io.Serial;

/// A document is no feed that can be read; the message is for an operator.
final class FeedException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  FeedException(String message) {
    super(message);
  }

  FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
