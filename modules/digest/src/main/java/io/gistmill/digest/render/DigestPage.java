package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A digest with everything that is shown, in the subscriber's zone; made by [DigestPages].
///
/// Texts are single lines without control characters; nothing is escaped yet.
///
/// @param from start of the window, inclusive
/// @param cut end of the window, exclusive
/// @param heading rhythm and topic
/// @param day the day or ISO week in which the window ends
/// @param period the window in words
/// @param stories best first
/// @param more how many stories of the window are not shown
public record DigestPage(
    String id,
    String route,
    Cadence cadence,
    ZoneId zone,
    Instant from,
    Instant cut,
    String heading,
    String day,
    String period,
    List<StoryView> stories,
    int more) {

  public DigestPage {
    stories = List.copyOf(stories);
  }

  /// Such as `Daily digest: RAG, 2023-12-14`.
  public String title() {
    return heading + ", " + day;
  }

  /// How many stories the window held.
  public String count() {
    int all = stories.size() + more;
    return switch (all) {
      case 0 -> "no stories";
      case 1 -> "1 story";
      default -> all + " stories";
    };
  }

  /// What is left out, or an empty text.
  public String moreInWords() {
    return switch (more) {
      case 0 -> "";
      case 1 -> "1 more story is not shown.";
      default -> more + " more stories are not shown.";
    };
  }

  /// @param rank from 1
  /// @param headline never empty
  /// @param summary may be empty
  /// @param language of headline and summary, as BCP 47 has it
  /// @param topics of all posts, strongest first
  /// @param sources how many authors tell the story, at least 1
  /// @param posts lead first
  public record StoryView(
      String story,
      int rank,
      Fixed score,
      String headline,
      String summary,
      String language,
      List<TopicView> topics,
      int sources,
      List<PostView> posts) {

    public StoryView {
      topics = List.copyOf(topics);
      posts = List.copyOf(posts);
    }

    /// Where the posts stand in their archive, lead first; live posts have no place.
    public List<Long> ordinals() {
      return posts.stream().map(PostView::ordinal).filter(Objects::nonNull).toList();
    }

    /// Topics and reason in one line.
    public String note() {
      var parts = new ArrayList<String>();
      topics.forEach(topic -> parts.add(topic.name()));
      parts.add(reason());
      return String.join(", ", parts);
    }

    /// Why the story stands where it stands.
    public String reason() {
      String authors = sources == 1 ? "1 source" : sources + " sources";
      return authors + ", score " + score;
    }
  }

  public record TopicView(String topic, String name) {}

  /// @param ordinal null for live posts
  /// @param author never empty
  /// @param link an http or https address, or null
  /// @param published the author's date in the subscriber's zone
  /// @param late published before the window began
  /// @param dateInferred the date is a neighbour's
  public record PostView(
      String id,
      @Nullable Long ordinal,
      String author,
      @Nullable String handle,
      @Nullable String link,
      LocalDate published,
      boolean late,
      boolean dateInferred) {

    /// Name and account.
    public String byline() {
      return handle == null ? author : author + " @" + handle;
    }

    /// Date, place and marks, such as `2023-12-14, #12, late`.
    public String marks() {
      return published
          + (dateInferred ? " (date inferred)" : "")
          + (ordinal == null ? "" : ", #" + ordinal)
          + (late ? ", late" : "");
    }
  }
}
