package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A post as a story tells it: what a digest shows, and no more.
///
/// @param ordinal the post's place in its archive, null for live sources
/// @param admitted decides which window the post belongs to
/// @param link where a reader goes on: the post's own address or, where that is not known, the
///   first one in the post
/// @param topics strongest first
/// @param headline words of the post, unless a machine wrote it
/// @param summary one or two sentences of the post, word for word but without marks and addresses,
///   unless a machine wrote them; a line break between those that do not follow each other there;
///   may be empty
/// @param score the post's own rank, before folding
/// @param source where the post came from, as [Origin] names it; null in documents written before
///   it was told
/// @param names the most telling names in it, strongest first, at most [#MOST_NAMES]
/// @param repeats id of the earlier post whose text this one passes on, the first of a row of them;
///   null for a text of its own
/// @param generatedBy name and version of the summariser that wrote headline and summary, so that
///   whoever shows them says so; null where they are the post's own words
public record StoryPost(
    String id,
    @Nullable Long ordinal,
    Instant admitted,
    Instant published,
    boolean dateInferred,
    int revision,
    String author,
    @Nullable String handle,
    @Nullable String link,
    Language language,
    List<TopicShare> topics,
    String headline,
    String summary,
    Fixed score,
    @Nullable String source,
    List<String> names,
    @Nullable String repeats,
    @Nullable String generatedBy) {

  /// Stands between two sentences that do not follow each other, where people read them in one
  /// line.
  public static final String LEFT_OUT = " … ";

  /// How many names a story tells of a post.
  public static final int MOST_NAMES = 5;

  /// @param confidence from 0 to 1
  public record TopicShare(String topic, Fixed confidence) {}

  public StoryPost {
    topics = List.copyOf(topics);
    names = List.copyOf(names);
  }

  /// One in its own words.
  public StoryPost(
      String id,
      @Nullable Long ordinal,
      Instant admitted,
      Instant published,
      boolean dateInferred,
      int revision,
      String author,
      @Nullable String handle,
      @Nullable String link,
      Language language,
      List<TopicShare> topics,
      String headline,
      String summary,
      Fixed score,
      @Nullable String source,
      List<String> names,
      @Nullable String repeats) {
    this(
        id,
        ordinal,
        admitted,
        published,
        dateInferred,
        revision,
        author,
        handle,
        link,
        language,
        topics,
        headline,
        summary,
        score,
        source,
        names,
        repeats,
        null);
  }

  /// One that names nothing, in a text of its own.
  public StoryPost(
      String id,
      @Nullable Long ordinal,
      Instant admitted,
      Instant published,
      boolean dateInferred,
      int revision,
      String author,
      @Nullable String handle,
      @Nullable String link,
      Language language,
      List<TopicShare> topics,
      String headline,
      String summary,
      Fixed score,
      @Nullable String source) {
    this(
        id,
        ordinal,
        admitted,
        published,
        dateInferred,
        revision,
        author,
        handle,
        link,
        language,
        topics,
        headline,
        summary,
        score,
        source,
        List.of(),
        null);
  }

  /// A post of which nobody said where it came from.
  public StoryPost(
      String id,
      @Nullable Long ordinal,
      Instant admitted,
      Instant published,
      boolean dateInferred,
      int revision,
      String author,
      @Nullable String handle,
      @Nullable String link,
      Language language,
      List<TopicShare> topics,
      String headline,
      String summary,
      Fixed score) {
    this(
        id,
        ordinal,
        admitted,
        published,
        dateInferred,
        revision,
        author,
        handle,
        link,
        language,
        topics,
        headline,
        summary,
        score,
        null);
  }

  /// The same text, known to be passed on.
  ///
  /// @param original id of the first post with this text, or null
  public StoryPost repeating(@Nullable String original) {
    return with(summary, original);
  }

  /// The same without a summary.
  public StoryPost inShort() {
    return with("", repeats);
  }

  private StoryPost with(String otherSummary, @Nullable String original) {
    return new StoryPost(
        id,
        ordinal,
        admitted,
        published,
        dateInferred,
        revision,
        author,
        handle,
        link,
        language,
        topics,
        headline,
        otherSummary,
        score,
        source,
        names,
        original,
        generatedBy);
  }

  /// Whether headline and summary are the words of a machine.
  public boolean generated() {
    return generatedBy != null;
  }

  /// Whose post it is: the account with `@`, else the name, folded in case; may be empty.
  public String account() {
    return (handle == null ? author : "@" + handle).strip().toLowerCase(Locale.ROOT);
  }

  /// The summary without its first sentence where the headline has said that in the same words; may
  /// be empty.
  public String summaryBelowHeadline() {
    int end = headline.length();
    if (end == 0 || !summary.startsWith(headline) || !endsSentence(end)) {
      return summary;
    }
    while (end < summary.length()
        && (isBetweenSentences(summary.charAt(end)) || isColonOfLine(end))) {
      end++;
    }
    return summary.substring(end);
  }

  /// [#summaryBelowHeadline] as people read it in one line: [#LEFT_OUT] tells where sentences do
  /// not follow each other. A machine's line break tells nothing.
  public String summaryInOneLine() {
    String shown = summaryBelowHeadline();
    return generated()
        ? shown
        : shown
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(LEFT_OUT));
  }

  private boolean endsSentence(int at) {
    if (at == summary.length() || isEnd(summary.charAt(at - 1)) || isColonOfLine(at)) {
      return true;
    }
    boolean full = summary.charAt(at) != '.' || at + 1 == summary.length();
    return isEnd(summary.charAt(at)) && (full || Character.isWhitespace(summary.charAt(at + 1)));
  }

  private boolean isColonOfLine(int at) {
    boolean last = at + 1 == summary.length() || summary.charAt(at + 1) == '\n';
    return last && "：:".indexOf(summary.charAt(at)) >= 0;
  }

  private static boolean isEnd(char c) {
    return "。！？.!?…\n".indexOf(c) >= 0;
  }

  private static boolean isBetweenSentences(char c) {
    return isEnd(c) || Character.isWhitespace(c) || "”’」』）)".indexOf(c) >= 0;
  }
}
