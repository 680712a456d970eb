package io.gistmill.runtime.http;

import io.gistmill.runtime.config.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/// Keeps whoever has no token from changing anything: below `/api` every method but those that only
/// read needs `Authorization: Bearer TOKEN`.
///
/// @param token not empty
/// @param elsewhere paths below `/api` whose own routes see to who may do what, themselves and all
///   below them
public record ApiToken(Secret token, List<String> elsewhere) implements HttpRoutes {

  private static final String SCHEME = "Bearer ";

  public ApiToken {
    if (token.reveal().isEmpty()) {
      throw new IllegalArgumentException("the token is empty");
    }
    elsewhere = List.copyOf(elsewhere);
  }

  /// Guards all of `/api`.
  public ApiToken(Secret token) {
    this(token, List.of());
  }

  /// The same token, which leaves some paths to their own routes.
  public ApiToken except(List<String> paths) {
    return new ApiToken(token, paths);
  }

  /// Guards everything below `/api`, whoever serves it.
  @Override
  public void addTo(RoutesConfig routes) {
    routes.before("/api/*", this::guard);
  }

  private void guard(Context context) {
    if (isElsewhere(context.path())) {
      return;
    }
    switch (context.method().name()) {
      case "GET", "HEAD", "OPTIONS" -> {}
      default -> require(context);
    }
  }

  private boolean isElsewhere(String path) {
    return elsewhere.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  /// For a path that needs the token whatever the method.
  ///
  /// @throws Refusal with status 401 when the token is missing or wrong
  public void require(Context context) {
    String given = Objects.requireNonNullElse(context.header("Authorization"), "");
    if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || !same(given.substring(SCHEME.length()).strip())) {
      context.header("WWW-Authenticate", "Bearer realm=\"gistmill\"");
      throw new Refusal(
          HttpStatus.UNAUTHORIZED,
          given.isEmpty() ? "this needs a token" : "this is not the token",
          "send the header 'Authorization: Bearer TOKEN'");
    }
  }

  /// Takes the same time whatever is given, so that the token cannot be guessed letter by letter.
  private boolean same(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
