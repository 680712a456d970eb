package io.gistmill.web;

import java.io.IOException;
import java.io.Serial;

/// A connection was not made, since the guard forbids it.
final class RefusedAddressException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  RefusedAddressException(String message) {
    super(message);
  }
}
