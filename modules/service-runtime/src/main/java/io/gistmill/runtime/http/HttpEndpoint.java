package io.gistmill.runtime.http;

import io.gistmill.runtime.page.SharedAssets;
import io.gistmill.runtime.service.Health;
import io.gistmill.runtime.service.Service;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one HTTP server of a process: health at `/health/live` and `/health/ready`, metrics at
/// `/metrics`, what all pages share, and whatever the parts of the process serve. Each request runs
/// on a virtual thread.
public final class HttpEndpoint implements Service {

  /// Requests that are being answered may take this long to end; then they are cut off, as live
  /// streams are.
  private static final long STOP_WITHIN_MILLIS = 1_000;

  /// Connections on which nothing happens are closed much sooner.
  private static final long IDLE_WITHIN_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

  private final String host;
  private final Javalin server;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private HttpEndpoint(String host, Javalin server) {
    this.host = host;
    this.server = server;
  }

  /// Starts the server and returns when it listens.
  ///
  /// @param health of the process, which may still be starting
  /// @throws HttpStartException when it cannot listen there
  public static HttpEndpoint start(
      HttpSettings settings,
      Health health,
      PrometheusMeterRegistry registry,
      List<HttpRoutes> routes) {
    Javalin server =
        Javalin.create(config -> configure(config, settings, health, registry, routes));
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      stop(server);
      throw new HttpStartException(
          "cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + "; end the program that does, or set another http.host or http.port",
          e);
    }
    Gauge.builder("gistmill.ready", health, all -> all.ready() ? 1 : 0)
        .description("1 while nothing keeps this process from its work")
        .strongReference(true)
        .register(registry);
    return new HttpEndpoint(settings.host(), server);
  }

  private static void configure(
      JavalinConfig config,
      HttpSettings settings,
      Health health,
      PrometheusMeterRegistry registry,
      List<HttpRoutes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = settings.bodyLimit();
    config.http.prefer405over404 = true;
    config.jsonMapper(new HttpJson());
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(HttpEndpoint::configure);
    new SecurityHeaders().addTo(config.routes);
    new HttpErrors(settings.bodyLimit()).addTo(config.routes);
    new HealthRoutes(health).addTo(config.routes);
    new MetricsRoutes(registry).addTo(config.routes);
    SharedAssets.addTo(config.routes);
    routes.forEach(part -> part.addTo(config.routes));
  }

  private static void configure(Server server) {
    server.setStopTimeout(STOP_WITHIN_MILLIS);
    var errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    errors.setShowOrigin(false);
    server.setErrorHandler(errors);
  }

  /// Where it is to be reached from this machine.
  public URI address() {
    String name = host.equals("0.0.0.0") ? "localhost" : host;
    return URI.create("http://" + name + ":" + server.port());
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return List.of();
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      stop(server);
      stopped.complete(null);
    }
  }

  /// Not by Javalin's own way, for which a stream that is cut off is a failure with a trace.
  private static void stop(Javalin javalin) {
    Server server = javalin.jettyServer().server();
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector each) {
        each.setShutdownIdleTimeout(IDLE_WITHIN_MILLIS);
      }
    }
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.debug("open requests were cut off", e);
    } catch (Exception e) {
      LOG.warn("the HTTP server did not stop well", e);
    }
  }
}
