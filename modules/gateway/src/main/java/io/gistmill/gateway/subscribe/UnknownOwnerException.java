package io.gistmill.gateway.subscribe;

/// Nothing is known about whoever is meant: all was forgotten, or never there.
public final class UnknownOwnerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownOwnerException() {
    super("nothing is known about this subscriber", null, false, false);
  }
}
