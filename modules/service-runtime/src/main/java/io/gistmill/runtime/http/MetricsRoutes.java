package io.gistmill.runtime.http;

import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// `/metrics` in the text format of Prometheus.
record MetricsRoutes(PrometheusMeterRegistry registry) implements HttpRoutes {

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(registry.scrape()));
  }
}
