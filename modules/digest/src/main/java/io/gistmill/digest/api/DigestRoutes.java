package io.gistmill.digest.api;

import io.gistmill.digest.mailroom.Rehearsal;
import io.gistmill.digest.mailroom.Rehearsal.Answer;
import io.gistmill.digest.mailroom.StoryLookup;
import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.gistmill.runtime.state.Table;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `/api/digests/preview` and `/api/digests/rebuild`: a digest that is yet to be sent, and one that
/// was.
///
/// Only the instance that makes the digests of a subscriber can answer. All of it needs the token:
/// what somebody reads is nobody else's business.
public final class DigestRoutes implements HttpRoutes {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Supplier<Optional<Inside>> mailroom;
  private final UnaryOperator<String> topicNames;
  private final ApiToken token;
  private final DigestRenderer renderer = new DigestRenderer();

  /// A look into the mailroom of this instance.
  ///
  /// @param rehearsal good for one question
  public record Inside(Rehearsal rehearsal, Table<StoryEvent> stories) {}

  /// @param mailroom empty while it takes up its partitions
  /// @param topicNames a topic's name by its slug
  public DigestRoutes(
      Supplier<Optional<Inside>> mailroom, UnaryOperator<String> topicNames, ApiToken token) {
    this.mailroom = mailroom;
    this.topicNames = topicNames;
    this.token = token;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/digests/preview", this::preview);
    routes.get("/api/digests/rebuild", this::rebuild);
  }

  private void preview(Context context) {
    token.require(context);
    String subscription = required(context, "subscription");
    Instant at = time(context.queryParam("at"));
    Inside inside = inside();
    answer(context, inside, inside.rehearsal().preview(subscription, at), subscription);
  }

  private void rebuild(Context context) {
    token.require(context);
    String id = required(context, "id");
    Inside inside = inside();
    answer(context, inside, inside.rehearsal().rebuild(id), id);
  }

  private Inside inside() {
    return mailroom
        .get()
        .orElseThrow(
            () ->
                Refusal.later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the mailroom is taking up its partitions",
                    "ask again in a moment",
                    RETRY_AFTER));
  }

  private void answer(Context context, Inside inside, Answer answer, String asked) {
    switch (answer) {
      case Answer.Made(Digest digest, boolean same) ->
          show(context.header("Gistmill-Same", Boolean.toString(same)), inside, digest);
      case Answer.Foreseen(Digest digest, Instant asOf) ->
          show(context.header("Gistmill-As-Of", asOf.toString()), inside, digest);
      case Answer.Nothing(Instant cut, Instant asOf) ->
          throw new Refusal(
              HttpStatus.NOT_FOUND,
              "nothing is sent at " + cut + ", as of " + asOf + "; posts since then are not in it",
              "ask again after the next quarter-hour, or for a later cut with at=TIME");
      case Answer.Begins() ->
          throw new Refusal(
              HttpStatus.NOT_FOUND,
              asked + " is new, and begins at the next quarter-hour",
              "ask again after it");
      case Answer.Refused(String reason) ->
          throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, reason, "ask for another one");
      case Answer.Elsewhere() ->
          throw new Refusal(
              HttpStatus.NOT_FOUND,
              "this instance makes no digests for " + asked,
              "check the id of the subscription; where several instances run, ask the one that has"
                  + " its subscriber");
    }
  }

  private void show(Context context, Inside inside, Digest digest) {
    Format format = format(context.queryParam("format"));
    DigestPage page = new DigestPages(new StoryLookup(inside.stories()), topicNames).page(digest);
    context
        .header("Gistmill-Digest", digest.id())
        .header("Gistmill-Content-Hash", digest.contentHash())
        .contentType(typeOf(format))
        .result(renderer.render(isMailed(digest, format) ? asMailed(page) : page, format));
  }

  private static boolean isMailed(Digest digest, Format format) {
    boolean form = format == Format.HTML || format == Format.TEXT;
    return form && digest.subscription().channels().contains(Channel.EMAIL);
  }

  private DigestPage asMailed(DigestPage page) {
    return renderer.fitForMail(page).page();
  }

  private static String typeOf(Format format) {
    return switch (format) {
      case JSON -> "application/json";
      case MARKDOWN -> "text/markdown; charset=utf-8";
      case HTML -> "text/html; charset=utf-8";
      case TEXT -> "text/plain; charset=utf-8";
    };
  }

  private static Format format(@Nullable String name) {
    for (Format format : Format.values()) {
      if (format.extension().equals(name)) {
        return format;
      }
    }
    if (name != null) {
      throw Refusal.unreadable("there is no format " + name, "formats are json, md, html and txt");
    }
    return Format.JSON;
  }

  private static String required(Context context, String name) {
    String value = context.queryParam(name);
    if (value == null || value.isBlank()) {
      throw Refusal.unreadable(name + " is missing", "name it, as in ?" + name + "=reader-1");
    }
    return value;
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.unreadable(
          "this is no time: " + text, "write it in UTC, such as 2025-03-05T16:00:00Z");
    }
  }
}
