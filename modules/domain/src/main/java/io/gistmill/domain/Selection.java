package io.gistmill.domain;

import java.util.List;
import java.util.TreeSet;

/// What a subscriber wants to see of a route. Lists are sorted and without repeats.
///
/// @param topics slugs of which a story must have one; none for every story
/// @param excluded slugs of which a story must have none
/// @param filter a query that posts must meet; empty for none
/// @param mutedSources sources, by origin, whose posts are not shown
/// @param mutedAuthors account names with `@`, or names, in lower case
/// @param mutedStories ids
public record Selection(
    List<String> topics,
    List<String> excluded,
    String filter,
    List<String> mutedSources,
    List<String> mutedAuthors,
    List<String> mutedStories) {

  public static final Selection EVERYTHING =
      new Selection(List.of(), List.of(), "", List.of(), List.of(), List.of());

  public Selection {
    topics = sorted(topics);
    excluded = sorted(excluded);
    filter = filter.strip();
    mutedSources = sorted(mutedSources);
    mutedAuthors = sorted(mutedAuthors);
    mutedStories = sorted(mutedStories);
  }

  private static List<String> sorted(List<String> values) {
    return List.copyOf(new TreeSet<>(values));
  }
}
