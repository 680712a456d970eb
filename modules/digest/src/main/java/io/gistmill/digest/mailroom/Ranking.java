package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Weighing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Puts stories in order.
final class Ranking {

  private Ranking() {}

  /// Best first.
  ///
  /// @param stories a window's posts by story, none of them empty
  /// @param topics of a story
  static List<RankedStory> rank(
      Map<String, ? extends Collection<Candidate>> stories, Function<String, Set<String>> topics) {
    return stories.entrySet().stream()
        .map(story -> ranked(story.getKey(), story.getValue(), topics.apply(story.getKey())))
        .sorted(RankedStory.BEST_FIRST)
        .toList();
  }

  private static RankedStory ranked(String story, Collection<Candidate> posts, Set<String> topics) {
    return new RankedStory(Weighing.fresh(story, posts), List.copyOf(posts), topics);
  }
}
