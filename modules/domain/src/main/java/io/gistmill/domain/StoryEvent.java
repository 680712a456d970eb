package io.gistmill.domain;

import java.time.Instant;
import java.util.List;

/// What stands in `stories`.
public sealed interface StoryEvent {

  /// What one quarter-hour added to a story.
  ///
  /// @param story id, derived from the first post folded
  /// @param bucket the tick before which the posts were folded: a reader as of tick T sees buckets
  ///   before T
  /// @param posts new, edited or corrected ones, in folding order
  /// @param withdrawn ids of posts that were taken back, sorted
  /// @param takenBack what those of them said last that were told before this quarter-hour, without
  ///   their summaries: whoever showed them says so
  record Revised(
      String story,
      Instant bucket,
      List<StoryPost> posts,
      List<String> withdrawn,
      List<StoryPost> takenBack)
      implements StoryEvent {
    public Revised {
      posts = List.copyOf(posts);
      withdrawn = List.copyOf(withdrawn);
      takenBack = List.copyOf(takenBack);
    }

    /// Where nobody need be told what was taken back.
    public Revised(String story, Instant bucket, List<StoryPost> posts, List<String> withdrawn) {
      this(story, bucket, posts, withdrawn, List.of());
    }

    /// Where nothing was taken back.
    public Revised(String story, Instant bucket, List<StoryPost> posts) {
      this(story, bucket, posts, List.of());
    }
  }

  /// Two stories proved to be one; the older id stays.
  ///
  /// @param alias the younger story's id
  /// @param story the older story's id
  record Aliased(String alias, String story, Instant bucket) implements StoryEvent {}

  /// Everything before this tick stands in the topic.
  record Ticked(Tick tick) implements StoryEvent {}
}
