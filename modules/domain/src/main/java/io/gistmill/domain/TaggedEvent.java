package io.gistmill.domain;

import java.time.Instant;
import java.util.List;

/// What stands in `tagged`: one event for each event in `posts`.
public sealed interface TaggedEvent {

  record Tagged(TaggedPost post) implements TaggedEvent {}

  /// The same post came again with the same content, or a withdrawn post came again.
  ///
  /// @param postId the id that both share
  record Duplicate(String postId, Origin origin, Instant admitted) implements TaggedEvent {}

  /// A post was taken back.
  ///
  /// @param admitted the window of the post; the last tick where the post itself has not come yet
  /// @param revision one more than that of the version taken back
  record Withdrawn(String postId, Instant admitted, int revision) implements TaggedEvent {}

  /// A post has other topics than its classifiers said.
  ///
  /// @param admitted the window of the post; the last tick where the post itself has not come yet
  /// @param revision one more than that of the version corrected
  /// @param topics all that the post has now, strongest first
  record Corrected(String postId, Instant admitted, int revision, List<Tag> topics)
      implements TaggedEvent {
    public Corrected {
      topics = List.copyOf(topics);
    }
  }

  /// A post was tagged again, by other classifiers, and is the same otherwise. No news: it stays in
  /// its window, and a reader who follows a topic is told nothing.
  ///
  /// @param post with a higher revision than before, if its topics are others
  record Retagged(TaggedPost post) implements TaggedEvent {}

  /// Posts behind this in its partition were tagged by another version of a classifier.
  record Switched(ClassifierSwitch to) implements TaggedEvent {}

  record Ticked(PartitionTick tick) implements TaggedEvent {}
}
