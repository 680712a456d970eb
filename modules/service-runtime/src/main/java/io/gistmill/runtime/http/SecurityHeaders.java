package io.gistmill.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Tells browsers to load nothing from elsewhere, to show pages in no frame, and to guess no types.
/// Stands on every answer; a handler may set its own value in place of one of these.
public final class SecurityHeaders implements HttpRoutes {

  public static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'";

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(SecurityHeaders::set);
  }

  static void set(Context context) {
    context.header("Content-Security-Policy", CONTENT_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
  }
}
