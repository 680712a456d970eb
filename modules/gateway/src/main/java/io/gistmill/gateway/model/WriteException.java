package io.gistmill.gateway.model;

import org.jspecify.annotations.Nullable;

/// A change that may or may not stand on the log; to try again does no harm.
public final class WriteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WriteException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
