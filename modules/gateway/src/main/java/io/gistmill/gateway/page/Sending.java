package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Library;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts pages into answers.
///
/// @param zone in which days and times are shown
/// @param clock by which ticks are written; tells the day before the first of them
/// @param hindrances why the copy is not up to date; empty when it is
record Sending(
    Library library, ZoneId zone, InstantSource clock, Supplier<List<String>> hindrances) {

  Cards cards() {
    Instant now = library.lastTick().orElseGet(clock::instant);
    return new Cards(library.topics(), new Calendar(zone, now));
  }

  void answer(Context context, Answer answer) {
    switch (answer) {
      case Answer.Redirect redirect -> {
        context.status(301);
        context.header("Location", redirect.to());
      }
      case Answer.SeeOther other -> {
        context.status(303);
        context.header("Location", other.to());
      }
      case Answer.Page page -> send(context, page, asOf());
    }
  }

  private Optional<TimeView> asOf() {
    return library.lastTick().map(tick -> new Calendar(zone, tick).full(tick));
  }

  private void send(Context context, Answer.Page page, Optional<TimeView> asOf) {
    List<String> reasons = hindrances.get();
    var frame =
        new Frame(
            page.title(),
            page.here(),
            asOf.orElse(null),
            reasons.isEmpty() ? null : String.join("; ", reasons),
            page.template());
    if (context.res().getHeader("Cache-Control") == null) {
      context.header("Cache-Control", "no-cache");
    }
    context.status(page.status()).html(Renderer.render(frame, page));
  }

  /// Without a look into the copy, which may be what is broken.
  void problem(Context context, Answer.Page page) {
    send(context, page, Optional.empty());
  }

  void brokenPage(Context context) {
    problem(
        context,
        Answer.problem(
            500,
            "This page cannot be shown",
            "Something went wrong here, not with you. The log of the gateway says what."));
  }
}
