package io.gistmill.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that is not done; thrown by a handler, and answered in JSON below `/api` and
/// `/streams`, in plain text elsewhere.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String error;
  private final String mend;
  private final @Nullable Duration retryAfter;

  /// @param error what is wrong
  /// @param mend what the caller can do about it
  public Refusal(HttpStatus status, String error, String mend) {
    this(status, error, mend, null);
  }

  private Refusal(HttpStatus status, String error, String mend, @Nullable Duration retryAfter) {
    super(error + "; " + mend, null, false, false);
    this.status = status.getCode();
    this.error = error;
    this.mend = mend;
    this.retryAfter = retryAfter;
  }

  /// Of a request that makes no sense as it is: status 400.
  public static Refusal unreadable(String error, String mend) {
    return new Refusal(HttpStatus.BAD_REQUEST, error, mend);
  }

  /// Of a request that holds too much: status 413.
  public static Refusal tooLarge(String error, String mend) {
    return new Refusal(HttpStatus.CONTENT_TOO_LARGE, error, mend);
  }

  /// Of a request that can be done later.
  ///
  /// @param retryAfter for the header `Retry-After`, in whole seconds, rounded up
  public static Refusal later(HttpStatus status, String error, String mend, Duration retryAfter) {
    return new Refusal(status, error, mend, retryAfter);
  }

  public int status() {
    return status;
  }

  public String error() {
    return error;
  }

  public String mend() {
    return mend;
  }

  /// Puts status and text into the answer.
  public void answer(Context context) {
    if (retryAfter != null) {
      retryAfter(context, retryAfter);
    }
    answer(context, status, error, mend);
  }

  /// Puts the header into an answer that is a refusal in part.
  public static void retryAfter(Context context, Duration time) {
    long seconds = Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds());
    context.header(Header.RETRY_AFTER, Long.toString(seconds));
  }

  static void answer(Context context, int status, String error, String mend) {
    context.status(status);
    if (isForPrograms(context.path())) {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("error", error);
      body.put("mend", mend);
      context.contentType("application/json").result(HttpJson.write(body));
    } else {
      context.contentType("text/plain; charset=utf-8").result(error + "\n" + mend + "\n");
    }
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/streams/");
  }
}
