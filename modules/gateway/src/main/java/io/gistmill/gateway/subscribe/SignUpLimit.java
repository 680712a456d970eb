package io.gistmill.gateway.subscribe;

import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/// How often one client may ask for something that sends mails or asks webhooks. Safe for all
/// threads.
public final class SignUpLimit {

  private static final int MOST = 30;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final RateLimits limits = new RateLimits(MOST, WITHIN, System::nanoTime);

  private final boolean behindProxy;

  /// @param behindProxy whether the last address in `X-Forwarded-For` is the client's. Else what a
  ///   client writes there is not believed, and all readers behind a proxy are one client
  SignUpLimit(boolean behindProxy) {
    this.behindProxy = behindProxy;
  }

  /// @throws Refusal with status 429 when the client has to wait
  public void ask(Context context) {
    Duration wait = limits.ask(client(context));
    if (!wait.isZero()) {
      throw Refusal.later(
          HttpStatus.TOO_MANY_REQUESTS,
          "more than "
              + MOST
              + " requests within "
              + WITHIN.toMinutes()
              + " minutes came from here",
          "try again after the time in Retry-After",
          wait);
    }
  }

  private String client(Context context) {
    String forwarded = behindProxy ? context.header("X-Forwarded-For") : null;
    return forwarded == null
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
