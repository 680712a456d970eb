package io.gistmill.classifier.engine;

import java.util.Optional;
import java.util.Set;

/// What a topic may be called in addresses and names of Kafka topics.
public final class Slugs {

  /// Routes that hold posts of every topic or of none.
  private static final Set<String> ROUTES = Set.of("all", "other");

  private Slugs() {}

  /// Why not; empty when it may, and for an empty slug, which is a mistake of its own.
  public static Optional<String> refusal(String slug) {
    if (ROUTES.contains(slug)) {
      return Optional.of("'" + slug + "' is the name of a route; take another");
    }
    return slug.isEmpty() || slug.matches("[a-z0-9]+(-[a-z0-9]+)*")
        ? Optional.empty()
        : Optional.of("'" + slug + "' should hold lower-case letters, digits and dashes");
  }
}
