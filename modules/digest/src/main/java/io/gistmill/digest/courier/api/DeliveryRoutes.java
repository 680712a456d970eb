package io.gistmill.digest.courier.api;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/api/deliveries`: how far digests have come on their way, and how to have them sent again.
///
/// All of it needs the token: who gets what is nobody else's business.
public final class DeliveryRoutes implements HttpRoutes {

  private static final Duration RECENT = Duration.ofDays(7);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private final LedgerSearch ledger;
  private final ApiToken token;
  private final InstantSource clock;

  /// @param clock that of the log
  public DeliveryRoutes(LedgerSearch ledger, ApiToken token, InstantSource clock) {
    this.ledger = ledger;
    this.token = token;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/deliveries", context -> guarded(context, this::list));
    routes.post("/api/deliveries/retry", context -> guarded(context, this::retry));
    routes.post("/api/deliveries/replay", context -> guarded(context, this::replay));
  }

  @FunctionalInterface
  private interface Handling {
    void handle(Context context);
  }

  private void guarded(Context context, Handling handling) {
    token.require(context);
    try {
      handling.handle(context);
    } catch (KafkaException e) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          String.valueOf(e.getMessage()),
          "try again when Kafka answers",
          RETRY_AFTER);
    }
  }

  private void list(Context context) {
    String since = context.queryParam("since");
    Instant from = since == null ? clock.instant().minus(RECENT) : time(since);
    var filter =
        new DeliveryFilter(null, context.queryParam("subscription"), null, state(context), from);
    List<Delivery> found = ledger.find(filter);
    json(
        context,
        200,
        Map.of(
            "deliveries", found.stream().limit(MOST).map(DeliveryView::of).toList(),
            "more", Math.max(0, found.size() - MOST)));
  }

  private static @Nullable String state(Context context) {
    String state = context.queryParam("state");
    if (state != null && !DeliveryFilter.STATES.contains(state)) {
      throw Refusal.unreadable(
          "there is no state " + state, "states are " + String.join(", ", DeliveryFilter.STATES));
    }
    return state;
  }

  /// Whatever of a digest has not arrived; with a channel named, that one alone.
  private void retry(Context context) {
    JsonNode body = body(context);
    String digest = required(body, "digest");
    var filter = new DeliveryFilter(digest, null, channel(body), null, Instant.EPOCH);
    List<Delivery> found = ledger.find(filter);
    if (found.isEmpty()) {
      throw new Refusal(
          HttpStatus.NOT_FOUND,
          "the ledger holds no delivery of " + digest,
          "GET /api/deliveries lists them");
    }
    if (found.stream().allMatch(it -> it.state() instanceof State.Sent)) {
      throw new Refusal(
          HttpStatus.CONFLICT,
          "the digest has arrived already",
          "POST /api/deliveries/replay sends also again what has arrived");
    }
    ask(context, found, it -> !(it.state() instanceof State.Sent));
  }

  /// All digests of a subscription from a time on, those that have arrived too.
  private void replay(Context context) {
    JsonNode body = body(context);
    String subscription = required(body, "subscription");
    Instant since = time(required(body, "since"));
    var filter = new DeliveryFilter(null, subscription, channel(body), null, since);
    ask(context, ledger.find(filter), it -> !it.tellsOfAnother());
  }

  private void ask(Context context, List<Delivery> found, Predicate<Delivery> which) {
    List<Delivery> again = found.stream().filter(which).toList();
    ledger.request(again, clock.instant());
    json(context, 202, Map.of("requested", again.stream().map(DeliveryView::of).toList()));
  }

  private static JsonNode body(Context context) {
    try {
      return Json.MAPPER.readTree(context.body());
    } catch (JacksonException e) {
      throw Refusal.unreadable("the body is no JSON", "send an object");
    }
  }

  private static String required(JsonNode body, String field) {
    String value = body.path(field).asString("");
    if (value.isEmpty()) {
      throw Refusal.unreadable("the field " + field + " is missing", "give it as text");
    }
    return value;
  }

  private static @Nullable Channel channel(JsonNode body) {
    String name = body.path("channel").asString("");
    try {
      return name.isEmpty() ? null : Channel.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.unreadable("there is no channel " + name, "channels are email and webhook");
    }
  }

  /// Nothing was delivered before 1970.
  private static Instant time(String text) {
    try {
      return Instant.ofEpochMilli(Math.max(0, Instant.parse(text).toEpochMilli()));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Refusal.unreadable(
          "'" + text + "' is no time", "write it in UTC, such as 2026-03-01T06:00:00Z");
    }
  }

  private static void json(Context context, int status, Object body) {
    context
        .status(status)
        .contentType("application/json")
        .result(Json.MAPPER.writeValueAsBytes(body));
  }
}
