package io.gistmill.domain;

import java.time.Instant;

/// What stands in `tagged`: one event for each event in `posts`.
public sealed interface TaggedEvent {

  record Tagged(TaggedPost post) implements TaggedEvent {}

  /// The same post came again with the same content.
  ///
  /// @param postId the id that both share
  record Duplicate(String postId, Origin origin, Instant admitted) implements TaggedEvent {}

  record Ticked(PartitionTick tick) implements TaggedEvent {}
}
