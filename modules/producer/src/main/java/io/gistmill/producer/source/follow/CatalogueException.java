package io.gistmill.producer.source.follow;

import java.io.Serial;

/// A change of the sources could not be written to the log.
public final class CatalogueException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
