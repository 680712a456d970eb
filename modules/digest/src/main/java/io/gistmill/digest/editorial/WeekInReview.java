package io.gistmill.digest.editorial;

import io.gistmill.domain.Week;
import io.gistmill.domain.Week.Running;
import io.gistmill.domain.Week.TopicCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Says what only a week shows of a route: trends, the stories that ran longest, and numbers.
///
/// The same for all who read the same route and window and have as many weeks behind them.
public final class WeekInReview {

  static final int MOST_RUNNING = 3;
  static final int LEAST_DAYS = 3;

  private static final Comparator<Running> LONGEST_FIRST =
      Comparator.comparing(Running::days)
          .thenComparing(Running::posts)
          .reversed()
          .thenComparing(Running::story);

  private WeekInReview() {}

  /// @param cut end of the week
  /// @param stories a week's posts by story, none of them empty
  /// @param now counts of the same posts
  /// @param before the weeks before, oldest first; empty for the first week
  public static Week of(
      Instant cut,
      Map<String, ? extends List<? extends NewsPost>> stories,
      WeekCounts now,
      List<WeekCounts> before) {
    List<Trends.InStory> posts =
        stories.entrySet().stream()
            .flatMap(
                story ->
                    story.getValue().stream().map(post -> new Trends.InStory(story.getKey(), post)))
            .toList();
    return new Week(
        now.posts(),
        before.stream().map(WeekCounts::posts).toList(),
        new Trends(posts, now, before).find(),
        running(cut, stories),
        topics(now, before));
  }

  private static List<Running> running(
      Instant cut, Map<String, ? extends List<? extends NewsPost>> stories) {
    return stories.entrySet().stream()
        .map(story -> running(cut, Weighing.fresh(story.getKey(), story.getValue())))
        .filter(story -> story.days() >= LEAST_DAYS)
        .sorted(LONGEST_FIRST)
        .limit(MOST_RUNNING)
        .toList();
  }

  private static Running running(Instant cut, Story story) {
    long days = story.posts().stream().map(post -> day(cut, post)).distinct().count();
    return new Running(story.id(), Math.toIntExact(days), story.posts().size(), story.lead().ref());
  }

  /// Days of 24 hours back from the cut; the first one ends there.
  private static long day(Instant cut, NewsPost post) {
    return Duration.between(post.admitted(), cut).minusNanos(1).toDays();
  }

  private static List<TopicCount> topics(WeekCounts now, List<WeekCounts> before) {
    return now.topics().entrySet().stream()
        .map(
            topic ->
                new TopicCount(
                    topic.getKey(),
                    topic.getValue(),
                    before.isEmpty() ? 0 : before.getLast().topic(topic.getKey())))
        .sorted(Comparator.comparing(TopicCount::posts).reversed().thenComparing(TopicCount::topic))
        .toList();
  }
}
