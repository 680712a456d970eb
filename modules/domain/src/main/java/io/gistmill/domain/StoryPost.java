package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as a story tells it: what a digest shows, and no more.
///
/// @param ordinal the post's place in its archive, null for live sources
/// @param admitted decides which window the post belongs to
/// @param link where a reader goes on: the post's own address or, where that is not known, the
///   first one in the post
/// @param topics strongest first
/// @param headline words of the post
/// @param summary one or two sentences that stand literally in the post; may be empty
/// @param score the post's own rank, before folding
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
    Fixed score) {

  private static final String SENTENCE_ENDS = "。！？.!?…\n";

  /// @param confidence from 0 to 1
  public record TopicShare(String topic, Fixed confidence) {}

  public StoryPost {
    topics = List.copyOf(topics);
  }

  /// The summary without its first sentence where the headline has said that in the same words; may
  /// be empty.
  public String summaryBelowHeadline() {
    if (!summary.startsWith(headline)) {
      return summary;
    }
    int end = headline.length();
    if (end < summary.length() && SENTENCE_ENDS.indexOf(summary.charAt(end)) < 0) {
      return summary;
    }
    while (end < summary.length() && !Character.isLetterOrDigit(summary.codePointAt(end))) {
      end++;
    }
    return summary.substring(end);
  }
}
