package io.gistmill.runtime.http;

import io.javalin.config.RoutesConfig;

/// What one part of Gistmill answers over HTTP. All parts of a process share one server.
@FunctionalInterface
public interface HttpRoutes {

  /// Called once, before the server starts.
  void addTo(RoutesConfig routes);
}
