package io.gistmill.classifier.chat;

import java.io.Serial;

/// No answer came from the service.
final class NotReachedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final boolean maybeCharged;

  /// @param maybeCharged whether the service may have got the request
  NotReachedException(String message, boolean maybeCharged) {
    super(message);
    this.maybeCharged = maybeCharged;
  }

  boolean maybeCharged() {
    return maybeCharged;
  }
}
