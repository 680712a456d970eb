package io.gistmill.digest.mailroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The posts of one window by route and story, and the editions made of them so far.
final class WindowPosts {

  private final StoryLookup lookup;
  private final Map<String, Map<String, List<Candidate>>> routes = new TreeMap<>();
  private final Map<String, Edition> editions = new TreeMap<>();
  private int posts;

  WindowPosts(StoryLookup lookup) {
    this.lookup = lookup;
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

  Edition edition(String route) {
    return editions.computeIfAbsent(
        route, name -> new Edition(Ranking.rank(routes.getOrDefault(name, Map.of())), lookup));
  }
}
