package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Week;
import java.util.List;
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
    boolean isCounted = !trend.before().isEmpty();
    List<StoryPost> evidence = trend.evidence().stream().map(posts).toList();
    return new Trend(
        name(trend, evidence),
        trend.posts(),
        isCounted ? trend.before().getLast() : null,
        isCounted ? trend.series() : List.of(),
        evidence.stream().map(views::told).toList());
  }

  private String name(Week.Trend trend, List<StoryPost> evidence) {
    return switch (trend.kind()) {
      case TOPIC -> Texts.oneLine(topicNames.apply(trend.name()));
      case NAME -> Texts.oneLine(Spelling.of(trend.name(), evidence));
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
