package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Week;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Makes what only a week shows fit to be shown.
///
/// @param posts finds the words
/// @param topicNames a topic's name by its slug
record WeekViews(
    Function<Digest.PostRef, StoryPost> posts, UnaryOperator<String> topicNames, StoryViews views) {

  WeekView view(Week week) {
    return new WeekView(
        week.posts(),
        week.before(),
        week.trends().stream().map(this::trend).toList(),
        week.running().stream().map(this::running).toList(),
        week.topics().stream().map(this::topic).toList());
  }

  private Trend trend(Week.Trend trend) {
    int before = trend.before().isEmpty() ? 0 : trend.before().getLast();
    return new Trend(
        name(trend),
        trend.posts(),
        before,
        trend.series(),
        trend.evidence().stream().map(posts).map(views::told).toList());
  }

  private String name(Week.Trend trend) {
    return switch (trend.kind()) {
      case TOPIC -> Texts.oneLine(topicNames.apply(trend.name()));
      // A version of something stands behind a slash.
      case NAME -> Texts.oneLine(trend.name().replace('/', ' '));
    };
  }

  private WeekView.Running running(Week.Running running) {
    return new WeekView.Running(
        running.days(), running.posts(), views.told(posts.apply(running.lead())));
  }

  private WeekView.TopicCount topic(Week.TopicCount count) {
    return new WeekView.TopicCount(
        Texts.oneLine(topicNames.apply(count.topic())), count.posts(), count.before());
  }
}
