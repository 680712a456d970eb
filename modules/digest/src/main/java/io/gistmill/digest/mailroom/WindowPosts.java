package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.digest.editorial.WeekInReview;
import io.gistmill.digest.editorial.Withdrawal;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The posts of one window by route and story, and the editions made of them so far.
final class WindowPosts {

  private final Window window;
  private final StoryLookup lookup;
  private final UnaryOperator<String> aliases;
  private final List<Withdrawal> withdrawals;
  private final Map<String, Map<String, List<Candidate>>> routes = new TreeMap<>();
  private final Map<EditionKey, Edition> editions = new HashMap<>();
  private final Map<WeekKey, Week> weeks = new HashMap<>();
  private int posts;

  /// Readers of one edition read the same route and were shown the same before.
  ///
  /// @param pages keys of what they were shown
  private record EditionKey(String route, List<String> pages) {}

  private record WeekKey(String route, List<WeekCounts> before) {}

  /// @param aliases from a story's id to the one that it has at the cut
  /// @param withdrawals of posts that were told before
  WindowPosts(
      Window window,
      StoryLookup lookup,
      UnaryOperator<String> aliases,
      List<Withdrawal> withdrawals) {
    this.window = window;
    this.lookup = lookup;
    this.aliases = aliases;
    this.withdrawals = withdrawals;
  }

  /// @param story after aliases
  void add(String story, Candidate post) {
    for (String route : post.routes()) {
      routes
          .computeIfAbsent(route, _ -> new TreeMap<>())
          .computeIfAbsent(story, _ -> new ArrayList<>())
          .add(post);
    }
    posts++;
  }

  boolean isEmpty() {
    return posts == 0;
  }

  /// How much memory this takes, in posts.
  int weight() {
    return posts + 1;
  }

  Window window() {
    return window;
  }

  UnaryOperator<String> aliases() {
    return aliases;
  }

  List<Withdrawal> withdrawals() {
    return withdrawals;
  }

  Map<String, List<Candidate>> stories(String route) {
    return routes.getOrDefault(route, Map.of());
  }

  /// What only a week shows, worked out once for all who have the same weeks behind them.
  ///
  /// @param before oldest first
  Week week(String route, WeekCounts now, List<WeekCounts> before) {
    return weeks.computeIfAbsent(
        new WeekKey(route, before),
        key -> WeekInReview.of(window.cut(), stories(key.route()), now, key.before()));
  }

  /// @param pages keys of what the readers were shown
  /// @param shown the same, read where it is needed
  Edition edition(String route, List<String> pages, Supplier<KnownStories> shown) {
    return editions.computeIfAbsent(
        new EditionKey(route, pages),
        key -> {
          boolean balanced = key.route().equals(Subscription.ALL);
          return new Edition(Issue.of(stories(key.route()), shown.get(), balanced), lookup);
        });
  }
}
