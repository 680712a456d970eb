package io.gistmill.digest.mailroom;

import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import java.util.List;

/// The part of a selection that speaks of single posts.
///
/// @param route a topic's slug, or [Subscription#ALL]
/// @param filter empty for none
record PostRules(
    String route, String filter, List<String> mutedSources, List<String> mutedAuthors) {

  static PostRules of(Subscription subscription) {
    Selection selection = subscription.selection();
    return new PostRules(
        subscription.route(),
        selection.filter(),
        selection.mutedSources(),
        selection.mutedAuthors());
  }

  /// All of a route.
  static PostRules of(String route) {
    return new PostRules(route, "", List.of(), List.of());
  }

  boolean allOfTheRoute() {
    return filter.isEmpty() && mutedSources.isEmpty() && mutedAuthors.isEmpty();
  }
}
