package io.gistmill.producer.http;

import io.gistmill.producer.publish.KnownTopics;
import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.HttpRoutes;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Everything that clients may write: posts, withdrawals, corrections and switches. Who may is not
/// decided here: a token guards all of `/api`.
///
/// What is answered as accepted stands on the log, acknowledged by all in-sync replicas. What is
/// answered otherwise may be sent again.
public final class IntakeRoutes implements HttpRoutes {

  private final PostIntake posts;
  private final PostChanges changes;
  private final SwitchIntake switches;

  /// @param topics that corrections may name
  /// @param time when posts were published that do not say it
  /// @param nanoTime the real time that has passed, from any origin, in nanoseconds
  public IntakeRoutes(
      PostPublisher publisher,
      SwitchPublisher switches,
      KnownTopics topics,
      IntakeSettings settings,
      InstantSource time,
      LongSupplier nanoTime,
      MeterRegistry registry) {
    this.posts = new PostIntake(settings, publisher, time, nanoTime, new IntakeMeters(registry));
    this.changes = new PostChanges(publisher, topics, settings.within());
    this.switches = new SwitchIntake(switches);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/posts", posts::take);
    routes.post("/api/posts/{id}/withdrawal", changes::withdraw);
    routes.post("/api/posts/{id}/correction", changes::correct);
    routes.post("/api/switches", switches::take);
  }
}
