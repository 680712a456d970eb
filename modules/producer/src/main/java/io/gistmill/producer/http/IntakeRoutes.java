package io.gistmill.producer.http;

import io.gistmill.producer.publish.PostPublisher;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.HttpRoutes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Everything that clients may write: posts, withdrawals, corrections and switches.
///
/// What is answered as accepted stands on the log, acknowledged by all in-sync replicas. What is
/// answered otherwise may be sent again.
public final class IntakeRoutes implements HttpRoutes {

  private final Handler access;
  private final PostIntake posts;
  private final PostChanges changes;
  private final SwitchIntake switches;

  /// @param access throws for requests that may not write; asked before anything of them is read
  /// @param time when posts were published that do not say it
  /// @param nanoTime the real time that has passed, from any origin, in nanoseconds
  public IntakeRoutes(
      Handler access,
      PostPublisher publisher,
      SwitchPublisher switches,
      IntakeSettings settings,
      InstantSource time,
      LongSupplier nanoTime,
      MeterRegistry registry) {
    this.access = access;
    this.posts = new PostIntake(settings, publisher, time, nanoTime, new IntakeMeters(registry));
    this.changes = new PostChanges(publisher, settings.within());
    this.switches = new SwitchIntake(switches);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/posts", guarded(posts::take));
    routes.post("/api/posts/{id}/withdrawal", guarded(changes::withdraw));
    routes.post("/api/posts/{id}/correction", guarded(changes::correct));
    routes.post("/api/switches", guarded(switches::take));
  }

  private Handler guarded(Handler handler) {
    Handler answering = Answers.of(handler);
    return ctx -> {
      access.handle(ctx);
      answering.handle(ctx);
    };
  }
}
