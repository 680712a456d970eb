package io.gistmill.classifier.trained.model;

/// A file that cannot be used as a model; the message says why and how to mend it.
public final class InvalidModelException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  InvalidModelException(String message) {
    super(message);
  }
}
