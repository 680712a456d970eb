package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A digest with everything that is shown, in the subscriber's zone; made by [DigestPages].
///
/// Texts are single lines without control characters, but for summaries; nothing is escaped yet.
///
/// @param from start of the window, inclusive
/// @param cut end of the window, exclusive
/// @param locale of the words around the stories: [Words#ENGLISH] or [Words#CHINESE]
/// @param subject the topic, and the filter where there is one
/// @param heading rhythm and subject
/// @param day the day or ISO week in which the window ends
/// @param period the window in words
/// @param stories best first
/// @param more how many stories of the window are not shown
/// @param repeats stories that were shown before and have not grown, best first; mostly none
/// @param week what only a week shows; null for other cadences
/// @param corrections of what earlier digests said; mostly none
/// @param footer where a reader goes on or leaves; null in files
public record DigestPage(
    String id,
    String route,
    Cadence cadence,
    ZoneId zone,
    Instant from,
    Instant cut,
    Locale locale,
    String subject,
    String heading,
    String day,
    String period,
    List<StoryView> stories,
    int more,
    List<StoryView> repeats,
    @Nullable WeekView week,
    List<Correction> corrections,
    @Nullable Footer footer) {

  public DigestPage {
    stories = List.copyOf(stories);
    repeats = List.copyOf(repeats);
    corrections = List.copyOf(corrections);
  }

  /// Such as `Daily digest: RAG, Thursday, 14 December 2023`.
  public String title() {
    return Words.of(locale).title(heading, day);
  }

  /// How many stories the window held.
  public int all() {
    return stories.size() + more;
  }

  /// The same with links to leave by.
  public DigestPage withFooter(Footer links) {
    return with(stories, more, links);
  }

  /// The same with the best stories alone; the others are counted.
  DigestPage withBest(int count) {
    return with(stories.subList(0, count), all() - count, footer);
  }

  /// The same with its stories told otherwise.
  DigestPage withStories(List<StoryView> told) {
    return with(told, more, footer);
  }

  private DigestPage with(List<StoryView> shown, int hidden, @Nullable Footer links) {
    return new DigestPage(
        id,
        route,
        cadence,
        zone,
        from,
        cut,
        locale,
        subject,
        heading,
        day,
        period,
        shown,
        hidden,
        repeats,
        week,
        corrections,
        links);
  }

  /// @param rank from 1
  /// @param headline never empty
  /// @param summary may be empty; a line break between sentences that do not follow each other
  /// @param language of headline and summary, as BCP 47 has it
  /// @param topics of all posts, strongest first
  /// @param sources how many authors tell the story, at least 1
  /// @param link of the post whose words these are: an http or https address, or null
  /// @param posts lead first
  /// @param morePosts how many posts are not listed, for want of room
  /// @param update what is new, for a reader who was shown the story before; null for a first time
  /// @param why the story is shown to this reader, weightiest first
  /// @param generatedBy name and version of what wrote headline and summary, which is then said
  ///   wherever they are shown; null where they are the words of the post
  public record StoryView(
      String story,
      int rank,
      Fixed score,
      String headline,
      String summary,
      String language,
      List<TopicView> topics,
      int sources,
      @Nullable String link,
      List<PostView> posts,
      int morePosts,
      @Nullable StoryUpdate update,
      List<Reason> why,
      @Nullable String generatedBy) {

    public StoryView {
      topics = List.copyOf(topics);
      posts = List.copyOf(posts);
      why = List.copyOf(why);
    }

    /// The summary as people read it.
    public String summaryLine() {
      return summary.replace("\n", StoryPost.LEFT_OUT);
    }

    /// The same with the first posts alone; the others are counted.
    StoryView withFirst(int count) {
      return posts.size() <= count ? this : listing(posts.subList(0, count));
    }

    private StoryView listing(List<PostView> listed) {
      return new StoryView(
          story,
          rank,
          score,
          headline,
          summary,
          language,
          topics,
          sources,
          link,
          listed,
          morePosts + posts.size() - listed.size(),
          update,
          why,
          generatedBy);
    }

    /// Whether headline and summary are the words of a machine.
    public boolean generated() {
      return generatedBy != null;
    }

    /// Where the posts stand in their archive, lead first; live posts have no place.
    public List<Long> ordinals() {
      return posts.stream().map(PostView::ordinal).filter(Objects::nonNull).toList();
    }
  }

  public record TopicView(String topic, String name) {}

  /// @param ordinal null for live posts
  /// @param author never empty
  /// @param link an http or https address, or null
  /// @param published the author's date, in the subscriber's zone
  /// @param late published before the window began
  /// @param dateInferred the date is a neighbour's
  public record PostView(
      String id,
      @Nullable Long ordinal,
      String author,
      @Nullable String handle,
      @Nullable String link,
      OffsetDateTime published,
      boolean late,
      boolean dateInferred) {

    /// Name and account.
    public String byline() {
      return handle == null ? author : author + " @" + handle;
    }
  }
}
