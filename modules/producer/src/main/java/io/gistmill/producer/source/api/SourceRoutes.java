package io.gistmill.producer.source.api;

import io.gistmill.contracts.Json;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.producer.source.SourceType;
import io.gistmill.producer.source.follow.CatalogueException;
import io.gistmill.producer.source.follow.SourceCatalogue;
import io.gistmill.runtime.http.HttpRoutes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/api/sources`: lists, adds, tries and removes sources.
///
/// Whatever changes or fetches something needs the right to write. Any instance answers, from its
/// own copy of the log.
public final class SourceRoutes implements HttpRoutes {

  private static final int MOST = 1_000;

  private final SourceCatalogue catalogue;
  private final SourceAdmin admin;
  private final Predicate<Context> mayWrite;

  /// @param type of the sources that are added
  /// @param clock of the process: what is older than the day before is history for a new source
  /// @param mayWrite whether a request has the right to write
  public SourceRoutes(
      SourceCatalogue catalogue,
      SourceType type,
      InstantSource clock,
      Predicate<Context> mayWrite) {
    this.catalogue = catalogue;
    this.admin = new SourceAdmin(catalogue, type, clock);
    this.mayWrite = mayWrite;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/sources", this::list);
    routes.post("/api/sources", context -> guarded(context, this::add));
    routes.post("/api/sources/test", context -> guarded(context, this::test));
    routes.delete("/api/sources/{id}", context -> guarded(context, this::remove));
  }

  @FunctionalInterface
  private interface Handling {
    void handle(Context context) throws InterruptedException;
  }

  private void guarded(Context context, Handling handling) throws InterruptedException {
    if (!mayWrite.test(context)) {
      context.header("WWW-Authenticate", "Bearer");
      error(context, 401, "this needs a token", "send the header Authorization: Bearer TOKEN");
      return;
    }
    try {
      handling.handle(context);
    } catch (CatalogueException e) {
      context.header("Retry-After", "10");
      error(context, 503, String.valueOf(e.getMessage()), "try again when Kafka answers");
    }
  }

  private void list(Context context) {
    json(context, 200, Map.of("sources", catalogue.all().stream().map(SourceStatus::of).toList()));
  }

  private void add(Context context) throws InterruptedException {
    List<String> addresses = addresses(context.body());
    if (addresses.isEmpty()) {
      error(context, 400, "the body names no source", "send an address or an OPML document");
    } else if (addresses.size() > MOST) {
      error(context, 413, "more than " + MOST + " sources at once", "send them in parts");
    } else {
      boolean untested = "true".equals(context.queryParam("untested"));
      List<AddResult> results = admin.addAll(addresses, untested);
      boolean allRefused = results.stream().allMatch(it -> it.status().equals("refused"));
      json(context, allRefused ? 422 : 200, Map.of("sources", results));
    }
  }

  private void test(Context context) throws InterruptedException {
    List<String> addresses = addresses(context.body());
    if (addresses.size() != 1) {
      error(context, 400, "one address is tried at a time", "send one address as the body");
      return;
    }
    switch (admin.test(addresses.getFirst())) {
      case SourceCheck.Usable usable -> json(context, 200, SourceTrial.of(usable));
      case SourceCheck.Unusable(var reason, var mend) -> error(context, 422, reason, mend);
    }
  }

  private void remove(Context context) throws InterruptedException {
    String id = context.pathParam("id");
    if (catalogue.find(id).isEmpty()) {
      error(context, 404, "there is no source " + id, "GET /api/sources lists them");
    } else {
      catalogue.remove(id);
      context.status(204);
    }
  }

  /// OPML, an object with `address`, or an address on each line.
  private static List<String> addresses(String body) {
    String text = body.strip();
    if (Opml.isOpml(text)) {
      return Opml.addresses(text);
    } else if (text.startsWith("{")) {
      return ofJson(text);
    }
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  private static List<String> ofJson(String text) {
    try {
      JsonNode address = Json.MAPPER.readTree(text).path("address");
      return address.isString() ? List.of(address.asString()) : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private static void error(Context context, int status, String error, String mend) {
    json(context, status, Map.of("error", error, "mend", mend));
  }

  private static void json(Context context, int status, Object value) {
    context
        .status(status)
        .contentType("application/json; charset=utf-8")
        .result(Json.MAPPER.writeValueAsString(value));
  }
}
