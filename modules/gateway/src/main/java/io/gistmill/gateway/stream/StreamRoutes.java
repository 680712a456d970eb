package io.gistmill.gateway.stream;

import io.gistmill.gateway.log.LogReader;
import io.gistmill.gateway.log.Positions;
import io.gistmill.gateway.store.Library;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /streams/{topics}`: posts of one or more topics as they are tagged.
public final class StreamRoutes implements HttpRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final LiveHub hub;
  private final LogReader log;
  private final Library library;
  private final Supplier<String> generation;
  private final InstantSource clock;
  private final StreamSettings settings;
  private final Semaphore connections;

  /// @param generation of the log, see [Positions]
  /// @param clock that the broker stamps records by; `since` durations go back from its time
  public StreamRoutes(
      LiveHub hub,
      LogReader log,
      Library library,
      Supplier<String> generation,
      InstantSource clock,
      StreamSettings settings) {
    this.hub = hub;
    this.log = log;
    this.library = library;
    this.generation = generation;
    this.clock = clock;
    this.settings = settings;
    this.connections = new Semaphore(settings.connections());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/streams/{topics}", this::stream);
  }

  private void stream(Context context) throws InterruptedException {
    Map<String, String> names = library.topics();
    Set<String> routes = routes(context.pathParam("topics"));
    var known = new TreeSet<>(names.keySet());
    known.add("all");
    known.add("other");
    if (!known.containsAll(routes)) {
      routes.removeAll(known);
      throw new Refusal(
          HttpStatus.NOT_FOUND,
          "no such topic: " + String.join(", ", routes),
          "known topics: " + String.join(", ", known));
    }
    if (!connections.tryAcquire()) {
      throw later("there are already " + settings.connections() + " readers of live streams");
    }
    try {
      open(context, routes, names);
    } finally {
      connections.release();
    }
  }

  private static Set<String> routes(String path) {
    return Arrays.stream(path.split(",", -1))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void open(Context context, Set<String> routes, Map<String, String> names)
      throws InterruptedException {
    var first = hub.register().orElseThrow(() -> later("the log cannot be read yet"));
    Positions now = first.now();
    hub.leave(first);
    Start start = start(context, now);
    try {
      serve(context, routes, names, start);
    } catch (IOException e) {
      LOG.debug("step=stream problem=\"the reader has gone\"", e);
    }
  }

  private void serve(Context context, Set<String> routes, Map<String, String> names, Start start)
      throws IOException, InterruptedException {
    context.disableCompression();
    context.res().setStatus(200);
    context.res().setContentType("text/event-stream");
    context.res().setCharacterEncoding("UTF-8");
    context.res().setHeader("Cache-Control", "no-store");
    context.res().setHeader("X-Accel-Buffering", "no");
    var output = new SseWriter(context.res().getOutputStream());
    if (start.warning() != null) {
      output.event("gap", start.next(), Map.of("error", start.warning()));
    }
    new StreamSession(hub, log, routes, names, settings.heartbeat(), output, start.next()).run();
  }

  /// @param warning what the reader has missed, if anything
  private record Start(Positions next, @Nullable String warning) {}

  /// A reader that comes back says where it stands in a header, which counts more than the address
  /// with which it began.
  private Start start(Context context, Positions now) {
    String last = context.header("Last-Event-ID");
    String since = last == null || last.isBlank() ? context.queryParam("since") : last;
    if (since == null || since.isBlank()) {
      return new Start(now, null);
    }
    var position = Positions.parse(since);
    if (position.isPresent()) {
      return position.get().comparable(now)
          ? withoutGap(position.get())
          : new Start(now, "the event id is of another log; the stream begins now");
    }
    try {
      return new Start(log.at(instant(since), generation.get()), null);
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusal.unreadable(
          "since cannot be read: " + e.getMessage(),
          "give an event's id, an instant such as 2025-03-03T08:00:00Z, or a duration such as"
              + " PT1H");
    }
  }

  private Start withoutGap(Positions position) {
    Positions there = position.latest(log.beginning(position.generation()));
    return there.equals(position)
        ? new Start(position, null)
        : new Start(there, "what followed the event id is no longer on the log in part");
  }

  private Instant instant(String since) {
    return since.startsWith("P")
        ? clock.instant().minus(Duration.parse(since))
        : Instant.parse(since);
  }

  private static Refusal later(String reason) {
    return Refusal.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        reason,
        "try again in " + RETRY.toSeconds() + " seconds",
        RETRY);
  }
}
