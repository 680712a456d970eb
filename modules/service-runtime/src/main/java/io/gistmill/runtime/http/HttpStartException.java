package io.gistmill.runtime.http;

/// The server cannot listen where it should; the message names the mend.
public final class HttpStartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  HttpStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
