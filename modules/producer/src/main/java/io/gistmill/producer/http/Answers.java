package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.javalin.http.Context;

/// How the intake answers: always JSON.
final class Answers {

  private Answers() {}

  static void json(Context ctx, Object body) {
    ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(body));
  }
}
