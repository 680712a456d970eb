package io.gistmill.gateway.api;

import io.gistmill.gateway.store.Edition;
import io.gistmill.gateway.store.Found;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.Period;
import io.gistmill.gateway.store.Slice;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.Story;
import io.gistmill.gateway.web.Answers;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What the pages show, in JSON.
public final class ApiRoutes implements HttpRoutes {

  private static final int MOST = 200;
  private static final String LOOK = "ask a list, such as /api/stories, for what there is";

  private final Library library;
  private final ZoneId zone;
  private final InstantSource clock;

  /// @param zone in which days are meant
  /// @param clock says what day it is before the first tick
  public ApiRoutes(Library library, ZoneId zone, InstantSource clock) {
    this.library = library;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/topics", this::topics);
    routes.get("/api/switches", this::switches);
    routes.get("/api/stories", this::stories);
    routes.get("/api/stories/{id}", this::story);
    routes.get("/api/posts/{id}", this::post);
    routes.get("/api/digests", this::digests);
    routes.get("/api/digests/{cadence}/{label}/{route}", this::digest);
    routes.get("/api/search", this::search);
  }

  private void topics(Context context) {
    LocalDate today = today();
    SortedMap<String, Integer> now = library.storyCounts(period(today, today));
    SortedMap<String, Integer> week = library.storyCounts(period(today.minusDays(6), today));
    Answers.json(
        context,
        new ApiViews.Topics(
            library.topics().entrySet().stream()
                .map(
                    topic ->
                        new ApiViews.TopicEntry(
                            topic.getKey(),
                            topic.getValue(),
                            now.getOrDefault(topic.getKey(), 0),
                            week.getOrDefault(topic.getKey(), 0)))
                .toList()));
  }

  private void switches(Context context) {
    Answers.json(context, ApiViews.Switches.of(library.switches()));
  }

  private void stories(Context context) {
    String topic = parameter(context, "topic", "all");
    try {
      LocalDate day = LocalDate.parse(parameter(context, "day", today().toString()));
      Answers.json(
          context,
          new ApiViews.Stories(
              topic,
              day.toString(),
              library.stories(topic, period(day, day), Slice.first(MOST)).stream()
                  .map(ApiViews.StoryEntry::of)
                  .toList()));
    } catch (DateTimeException e) {
      throw Refusal.unreadable(
          "day cannot be read: " + e.getMessage(), "give a day such as 2025-03-03");
    }
  }

  private void story(Context context) {
    switch (library.story(context.pathParam("id"))) {
      case Found.Here<Story>(Story story) -> Answers.json(context, ApiViews.OneStory.of(story));
      case Found.Moved<Story>(String to) ->
          context.status(301).header("Location", "/api/stories/" + to);
      case Found.TakenBack<Story> _ -> throw gone("story");
      case Found.Unknown<Story> _ -> throw unknown("story");
    }
  }

  private void post(Context context) {
    switch (library.post(context.pathParam("id"))) {
      case Found.Here<StoredPost>(StoredPost post) ->
          Answers.json(context, ApiViews.PostEntry.of(post));
      case Found.TakenBack<StoredPost> _ -> throw gone("post");
      case Found.Moved<StoredPost> _, Found.Unknown<StoredPost> _ -> throw unknown("post");
    }
  }

  private void digests(Context context) {
    Answers.json(
        context,
        new ApiViews.Digests(library.editions().stream().map(ApiViews.DigestEntry::of).toList()));
  }

  private void digest(Context context) {
    var key =
        new Edition.Key(
            context.pathParam("cadence"), context.pathParam("label"), context.pathParam("route"));
    Edition edition = library.edition(key).orElseThrow(() -> unknown("digest"));
    Answers.json(context, ApiViews.OneDigest.of(edition));
  }

  private void search(Context context) {
    String query = parameter(context, "q", "");
    Answers.json(
        context,
        new ApiViews.Posts(
            query,
            library.search(query, Slice.first(MOST)).stream()
                .map(ApiViews.PostEntry::of)
                .toList()));
  }

  private LocalDate today() {
    Instant now = library.lastTick().orElseGet(clock::instant);
    return now.atZone(zone).toLocalDate();
  }

  private Period period(LocalDate first, LocalDate last) {
    return new Period(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static String parameter(Context context, String name, String fallback) {
    @Nullable String given = context.queryParam(name);
    return given == null || given.isBlank() ? fallback : given;
  }

  private static Refusal unknown(String what) {
    return new Refusal(HttpStatus.NOT_FOUND, "there is no such " + what, LOOK);
  }

  private static Refusal gone(String what) {
    return new Refusal(
        HttpStatus.GONE, "this " + what + " was taken back", "nothing of it is kept");
  }
}
