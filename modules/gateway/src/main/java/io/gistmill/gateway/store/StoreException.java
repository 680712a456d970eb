package io.gistmill.gateway.store;

/// The copy cannot be read or written: the disk is full, the file is damaged or held by another.
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
