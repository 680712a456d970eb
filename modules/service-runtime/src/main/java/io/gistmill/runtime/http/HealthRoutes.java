package io.gistmill.runtime.http;

import io.gistmill.runtime.service.Health;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/health/live`: 503 when the process should be started anew. `/health/ready`: 503 with reasons
/// while it cannot do its work.
record HealthRoutes(Health health) implements HttpRoutes {

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/health/live", this::live);
    routes.get("/health/ready", this::ready);
  }

  private void live(Context context) {
    boolean alive = health.alive();
    answer(context, alive, Map.of("alive", alive));
  }

  private void ready(Context context) {
    boolean ready = health.ready();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ready", ready);
    body.put("services", health.services());
    answer(context, ready, body);
  }

  private static void answer(Context context, boolean well, Object body) {
    context.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    context.header("Cache-Control", "no-store");
    context.contentType("application/json").result(HttpJson.write(body));
  }
}
