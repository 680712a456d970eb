package io.gistmill.producer.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request that is answered with an error as a whole.
final class RefusedRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String error;
  private final String mend;
  private final @Nullable Duration retryAfter;

  RefusedRequest(HttpStatus status, String error, String mend) {
    this(status, error, mend, null);
  }

  RefusedRequest(HttpStatus status, String error, String mend, @Nullable Duration retryAfter) {
    super(error, null, false, false);
    this.status = status;
    this.error = error;
    this.mend = mend;
    this.retryAfter = retryAfter;
  }

  static RefusedRequest unreadable(String error, String mend) {
    return new RefusedRequest(HttpStatus.BAD_REQUEST, error, mend);
  }

  static RefusedRequest tooLarge(String error, String mend) {
    return new RefusedRequest(HttpStatus.CONTENT_TOO_LARGE, error, mend);
  }

  static RefusedRequest unavailable(String error, Duration retryAfter) {
    return new RefusedRequest(
        HttpStatus.SERVICE_UNAVAILABLE,
        error,
        "send the same again after the time in Retry-After; what was written already is known as"
            + " a duplicate",
        retryAfter);
  }

  HttpStatus status() {
    return status;
  }

  ErrorBody body() {
    return new ErrorBody(error, mend);
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  record ErrorBody(String error, String mend) {}
}
