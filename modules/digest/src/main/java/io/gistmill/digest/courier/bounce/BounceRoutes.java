package io.gistmill.digest.courier.bounce;

import io.gistmill.contracts.Json;
import io.gistmill.delivery.mail.HeaderText;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.StatusCode;
import io.gistmill.delivery.mail.bounce.Bounce;
import io.gistmill.delivery.mail.bounce.BounceReader;
import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import io.gistmill.domain.BounceKind;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/api/bounces`: for operators whose mail service tells of bounces and complaints over HTTP. With
/// the token alone: whoever has it may say what came back.
public final class BounceRoutes implements HttpRoutes {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /// Each reads the ledger.
  private static final int AT_ONCE = 2;

  private final BounceIntake intake;
  private final BounceReader reader;
  private final MailToken tokens;
  private final BounceMeters meters;
  private final ApiToken token;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public BounceRoutes(BounceIntake intake, MailToken tokens, BounceMeters meters, ApiToken token) {
    this.intake = intake;
    this.reader = new BounceReader(tokens);
    this.tokens = tokens;
    this.meters = meters;
    this.token = token;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/bounces", this::take);
  }

  private void take(Context context) {
    token.require(context);
    String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("message/rfc822")) {
      takeMail(context);
    } else if (type.startsWith("application/json")) {
      answer(context, told(body(context)));
    } else {
      throw new Refusal(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "a bounce is no " + HeaderText.line(type),
          "send the report as message/rfc822, or an object as application/json");
    }
  }

  private void takeMail(Context context) {
    switch (reader.read(context.bodyAsBytes())) {
      case Found(var bounce) -> answer(context, bounce);
      case Other(var what) -> {
        meters.count(ReportResult.OTHER);
        json(context, Map.of("result", "other", "what", what));
      }
      case Unreadable(var reason) -> {
        meters.count(ReportResult.UNREADABLE);
        throw Refusal.unreadable(
            "the report cannot be read: " + reason, "send the mail as it came, with its header");
      }
    }
  }

  private void answer(Context context, Bounce bounce) {
    ReportResult result = result(bounce);
    meters.count(result);
    switch (result) {
      case UNPROVEN ->
          throw new Refusal(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "the report bears no mark of a mail of ours",
              "send the report with the header of the mail that it is about, or the token");
      case UNKNOWN ->
          throw new Refusal(
              HttpStatus.NOT_FOUND,
              "the ledger holds no mail of " + bounce.digest(),
              "GET /api/deliveries lists them");
      case COUNTED, KNOWN, OTHER, UNREADABLE -> json(context, view(bounce, result));
    }
  }

  private ReportResult result(Bounce bounce) {
    if (!places.tryAcquire()) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          "others tell of bounces at this time",
          "send one at a time; what was sent twice counts once",
          RETRY_AFTER);
    }
    try {
      return intake.take(List.of(bounce)).getFirst();
    } catch (KafkaException e) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          String.valueOf(e.getMessage()),
          "try again when Kafka answers",
          RETRY_AFTER);
    } finally {
      places.release();
    }
  }

  private static Map<String, String> view(Bounce bounce, ReportResult result) {
    var view = new LinkedHashMap<String, String>();
    view.put("result", result.name().toLowerCase(Locale.ROOT));
    view.put("digest", String.valueOf(bounce.digest()));
    view.put("kind", bounce.kind().name().toLowerCase(Locale.ROOT));
    StatusCode.find(bounce.diagnostic()).ifPresent(code -> view.put("status", code.toString()));
    return view;
  }

  /// What a mail service tells in fields.
  private Bounce told(JsonNode body) {
    String status = status(body);
    String reason = (status + " " + body.path("reason").asString("")).strip();
    return new Bounce(
        digest(body), true, null, kind(body), HeaderText.line(reason.isEmpty() ? "told" : reason));
  }

  private String digest(JsonNode body) {
    String mark = body.path("token").asString("");
    String digest = body.path("digest").asString("");
    if (mark.isEmpty() == digest.isEmpty()) {
      throw Refusal.unreadable(
          "a bounce is about one mail", "give its token or its digest as text, and not both");
    }
    return mark.isEmpty() ? digest : proven(mark);
  }

  private String proven(String mark) {
    return tokens
        .digest(mark)
        .orElseThrow(
            () ->
                new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "the token is none of ours",
                    "send the value of the header X-Gistmill-Token"));
  }

  private static BounceKind kind(JsonNode body) {
    String kind = body.path("kind").asString("");
    for (BounceKind each : BounceKind.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return each;
      }
    }
    throw Refusal.unreadable(
        "there is no kind '" + HeaderText.line(kind) + "'", "kinds are hard, soft and complaint");
  }

  private static String status(JsonNode body) {
    String status = body.path("status").asString("");
    if (!status.isEmpty()
        && StatusCode.find(status).filter(code -> code.toString().equals(status)).isEmpty()) {
      throw Refusal.unreadable(
          "'" + HeaderText.line(status) + "' is no status code",
          "write it as in RFC 3463, such as 5.1.1, or leave it out");
    }
    return status;
  }

  private static JsonNode body(Context context) {
    try {
      return Json.MAPPER.readTree(context.body());
    } catch (JacksonException e) {
      throw Refusal.unreadable("the body is no JSON", "send an object");
    }
  }

  private static void json(Context context, Object body) {
    context
        .status(HttpStatus.ACCEPTED)
        .contentType("application/json")
        .result(Json.MAPPER.writeValueAsBytes(body));
  }
}
