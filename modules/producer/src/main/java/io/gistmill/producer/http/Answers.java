package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.time.Duration;

/// How the intake answers: always JSON.
final class Answers {

  private Answers() {}

  /// A handler whose refusals become answers.
  static Handler of(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (RefusedRequest e) {
        refuse(ctx, e);
      }
    };
  }

  static void json(Context ctx, Object body) {
    ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(body));
  }

  static void retryAfter(Context ctx, Duration time) {
    long seconds = Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds());
    ctx.header(Header.RETRY_AFTER, Long.toString(seconds));
  }

  private static void refuse(Context ctx, RefusedRequest refused) {
    ctx.status(refused.status());
    Duration retryAfter = refused.retryAfter();
    if (retryAfter != null) {
      retryAfter(ctx, retryAfter);
    }
    json(ctx, refused.body());
  }
}
