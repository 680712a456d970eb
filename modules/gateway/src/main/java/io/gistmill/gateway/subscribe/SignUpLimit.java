package io.gistmill.gateway.subscribe;

import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
    return behindProxy ? forwarded(context).orElseGet(context::ip) : context.ip();
  }

  /// What the proxy wrote stands last: in the last line where it adds one of its own.
  private static Optional<String> forwarded(Context context) {
    List<String> lines = Collections.list(context.req().getHeaders("X-Forwarded-For"));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String line = lines.getLast();
    String address = line.substring(line.lastIndexOf(',') + 1).strip();
    return address.isEmpty() ? Optional.empty() : Optional.of(address);
  }
}
