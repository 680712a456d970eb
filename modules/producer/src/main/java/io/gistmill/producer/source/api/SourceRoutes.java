package io.gistmill.producer.source.api;

import io.gistmill.contracts.Json;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.producer.source.SourceType;
import io.gistmill.producer.source.follow.CatalogueException;
import io.gistmill.producer.source.follow.SourceCatalogue;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/api/sources`: lists, adds, tries and removes sources.
///
/// Any instance answers, from its own copy of the log. Who may change or fetch something is not
/// decided here: a token guards all of `/api`.
public final class SourceRoutes implements HttpRoutes {

  private static final int MOST = 1_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final SourceCatalogue catalogue;
  private final SourceAdmin admin;

  /// @param type of the sources that are added
  /// @param clock of the process: what is older than the day before is history for a new source
  public SourceRoutes(SourceCatalogue catalogue, SourceType type, InstantSource clock) {
    this.catalogue = catalogue;
    this.admin = new SourceAdmin(catalogue, type, clock);
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
    try {
      handling.handle(context);
    } catch (CatalogueException e) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          String.valueOf(e.getMessage()),
          "try again when Kafka answers",
          RETRY_AFTER);
    }
  }

  private void list(Context context) {
    json(context, 200, Map.of("sources", catalogue.all().stream().map(SourceStatus::of).toList()));
  }

  private void add(Context context) throws InterruptedException {
    List<String> addresses = addresses(context.body());
    if (addresses.isEmpty()) {
      throw Refusal.unreadable("the body names no source", "send an address or an OPML document");
    }
    if (addresses.size() > MOST) {
      throw Refusal.tooLarge("more than " + MOST + " sources at once", "send them in parts");
    }
    boolean untested = "true".equals(context.queryParam("untested"));
    List<AddResult> results = admin.addAll(addresses, untested);
    boolean allRefused = results.stream().allMatch(it -> it.status().equals("refused"));
    json(context, allRefused ? 422 : 200, Map.of("sources", results));
  }

  private void test(Context context) throws InterruptedException {
    List<String> addresses = addresses(context.body());
    if (addresses.size() != 1) {
      throw Refusal.unreadable("one address is tried at a time", "send one address as the body");
    }
    switch (admin.test(addresses.getFirst())) {
      case SourceCheck.Usable usable -> json(context, 200, SourceTrial.of(usable));
      case SourceCheck.Unusable(var reason, var mend) ->
          throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, reason, mend);
    }
  }

  private void remove(Context context) throws InterruptedException {
    String id = context.pathParam("id");
    if (catalogue.find(id).isEmpty()) {
      throw new Refusal(
          HttpStatus.NOT_FOUND, "there is no source " + id, "GET /api/sources lists them");
    }
    catalogue.remove(id);
    context.status(204);
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

  private static void json(Context context, int status, Object value) {
    context
        .status(status)
        .contentType("application/json; charset=utf-8")
        .result(Json.MAPPER.writeValueAsString(value));
  }
}
