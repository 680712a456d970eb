package io.gistmill.digest.courier.api;

import io.gistmill.contracts.Json;
import io.gistmill.delivery.mail.rate.BrakedTransport;
import io.gistmill.delivery.mail.rate.SendingRates;
import io.gistmill.delivery.mail.rate.SendingRates.Counts;
import io.gistmill.domain.Delivery;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import tools.jackson.core.JacksonException;

/// `/api/deliveries/brakes`: how mails fare by domain, to which domains none go now, and how to let
/// them go again. Of this process alone: each counts what it sends. All of it needs the token.
public final class BrakeRoutes implements HttpRoutes {

  private static final Duration OLDEST = Duration.ofDays(8);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final int MOST = 100;

  private final SendingRates rates;
  private final LedgerSearch ledger;
  private final ApiToken token;
  private final InstantSource real;
  private final InstantSource log;

  /// @param real in whose time mails are counted
  /// @param log in whose time deliveries are asked for again
  public BrakeRoutes(
      SendingRates rates,
      LedgerSearch ledger,
      ApiToken token,
      InstantSource real,
      InstantSource log) {
    this.rates = rates;
    this.ledger = ledger;
    this.token = token;
    this.real = real;
    this.log = log;
  }

  /// Shows on the registry how many brakes are on.
  public BrakeRoutes measuredBy(MeterRegistry registry) {
    Gauge.builder("gistmill.mail.brakes", () -> rates.brakes(real.instant()).size())
        .description("Domains to which mails are held back")
        .register(registry);
    return this;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/deliveries/brakes", this::list);
    routes.post("/api/deliveries/brakes/release", this::release);
  }

  /// @param sent of the mails of the last days
  private record Domain(String domain, int sent, int hard, int soft, int complaints) {
    static Domain of(Map.Entry<String, Counts> entry) {
      Counts counts = entry.getValue();
      return new Domain(
          entry.getKey(), counts.sent(), counts.hard(), counts.soft(), counts.complaints());
    }
  }

  private void list(Context context) {
    token.require(context);
    List<Domain> domains =
        rates.counts().entrySet().stream()
            .map(Domain::of)
            .sorted(Comparator.comparing(Domain::sent).reversed().thenComparing(Domain::domain))
            .limit(MOST)
            .toList();
    json(context, 200, Map.of("brakes", rates.brakes(real.instant()), "domains", domains));
  }

  private void release(Context context) {
    token.require(context);
    String domain = domain(context);
    // Looked up first: while Kafka does not answer, all stays as it is.
    List<Delivery> held = orLater(() -> held(domain));
    boolean released = rates.release(domain, real.instant());
    // What a call before this could not ask for waits without a brake.
    if (!released && held.isEmpty()) {
      throw new Refusal(
          HttpStatus.NOT_FOUND,
          "no mails to " + domain + " are held back here",
          "GET /api/deliveries/brakes lists the domains; each process has brakes of its own");
    }
    if (!held.isEmpty()) {
      orLater(
          () -> {
            ledger.request(held, log.instant());
            return held;
          });
    }
    json(context, 202, Map.of("domain", domain, "requested", held.size()));
  }

  private List<Delivery> held(String domain) {
    var deferred = new DeliveryFilter(null, null, null, "deferred", log.instant().minus(OLDEST));
    return ledger.find(deferred).stream().filter(delivery -> isHeld(delivery, domain)).toList();
  }

  private static <T> T orLater(Supplier<T> work) {
    try {
      return work.get();
    } catch (KafkaException e) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          "what is held back could not be asked for: " + e.getMessage(),
          "release it again when Kafka answers",
          RETRY_AFTER);
    }
  }

  private static boolean isHeld(Delivery delivery, String domain) {
    return !delivery.attempts().isEmpty()
        && delivery
            .attempts()
            .getLast()
            .outcome()
            .startsWith(BrakedTransport.heldBack(domain) + ":");
  }

  private static String domain(Context context) {
    try {
      String domain = Json.MAPPER.readTree(context.body()).path("domain").asString("");
      if (!domain.isEmpty()) {
        return domain.toLowerCase(Locale.ROOT);
      }
    } catch (JacksonException e) {
      throw Refusal.unreadable("the body is no JSON", "send an object with the field domain");
    }
    throw Refusal.unreadable("the field domain is missing", "give it as text");
  }

  private static void json(Context context, int status, Object body) {
    context
        .status(status)
        .contentType("application/json")
        .result(Json.MAPPER.writeValueAsBytes(body));
  }
}
