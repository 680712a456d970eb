package io.gistmill.digest.render;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What only a week shows.
///
/// @param posts how many posts the week had
/// @param before how many each of the weeks before had, oldest first; may be empty
/// @param trends what was told of more than before, most striking first
/// @param running the stories that were told on most days, longest first
/// @param topics posts by topic, most first
public record WeekView(
    int posts,
    List<Integer> before,
    List<Trend> trends,
    List<Running> running,
    List<TopicCount> topics) {

  public WeekView {
    before = List.copyOf(before);
    trends = List.copyOf(trends);
    running = List.copyOf(running);
    topics = List.copyOf(topics);
  }

  /// Posts a week as a row of bars, for readers who see; empty where there is nothing to compare.
  public String sparkline() {
    return before.isEmpty()
        ? ""
        : Sparkline.of(Stream.concat(before.stream(), Stream.of(posts)).toList());
  }

  /// A story that went on.
  ///
  /// @param days on how many days of the week it was told
  /// @param posts how many posts of the week tell it
  /// @param lead the one to begin with
  public record Running(int days, int posts, Told lead) {}

  /// @param name as readers know it
  /// @param before posts of the week before
  public record TopicCount(String name, int posts, int before) {}

  /// A post in one line.
  ///
  /// @param headline never empty; with a mark behind it where a machine wrote it
  /// @param language of the headline, as BCP 47 has it
  /// @param byline who wrote it
  /// @param link an http or https address, or null
  public record Told(String headline, String language, String byline, @Nullable String link) {}
}
