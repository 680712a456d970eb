package io.gistmill.domain;

import java.util.List;
import java.util.stream.Stream;

/// What only a week shows of a route.
///
/// @param posts how many posts the week had
/// @param before how many posts each of the weeks before had, oldest first; none where there is
///   nothing to compare with
/// @param trends what was told of more than in the weeks before, most surprising first
/// @param running the stories that were told on most days, longest first
/// @param topics posts by topic, most first
public record Week(
    int posts,
    List<Integer> before,
    List<Trend> trends,
    List<Running> running,
    List<TopicCount> topics) {

  public Week {
    before = List.copyOf(before);
    trends = List.copyOf(trends);
    running = List.copyOf(running);
    topics = List.copyOf(topics);
  }

  /// @param name a topic's slug, or a name as [Name] spells it
  /// @param posts how many posts of the week have it
  /// @param before how many posts of each week before had it, oldest first; none where a week's
  ///   count is not known any more
  /// @param surprise log-likelihood ratio of the week against the weeks before
  /// @param evidence the best posts behind it, each of another story
  public record Trend(
      Kind kind,
      String name,
      int posts,
      List<Integer> before,
      Fixed surprise,
      List<Digest.PostRef> evidence) {

    public Trend {
      before = List.copyOf(before);
      evidence = List.copyOf(evidence);
    }

    /// Posts of each week, oldest first; the last is this one.
    public List<Integer> series() {
      return Stream.concat(before.stream(), Stream.of(posts)).toList();
    }
  }

  public enum Kind {
    TOPIC,
    NAME
  }

  /// @param story id, after aliases
  /// @param days on how many of the days that lead up to the cut it was told
  /// @param posts how many posts tell it in this week
  public record Running(String story, int days, int posts, Digest.PostRef lead) {}

  /// @param before posts of the week before; 0 also where there is none to compare with
  public record TopicCount(String topic, int posts, int before) {}
}
