package io.gistmill.producer.publish;

import io.gistmill.domain.PostEvent;

/// The keys under which events stand in `posts`.
final class PostEventKeys {

  private PostEventKeys() {}

  /// @throws IllegalArgumentException for events that stand in every partition
  static String of(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(var post) -> post.id();
      case PostEvent.Backfilled(var post) -> post.id();
      case PostEvent.Withdrawn(var postId) -> postId;
      case PostEvent.Corrected corrected -> corrected.postId();
      case PostEvent.Retagged retagged -> retagged.post().id();
      case PostEvent.Switched _, PostEvent.Ticked _ ->
          throw new IllegalArgumentException(
              "ticks and switches go into every partition, in a transaction of their own");
    };
  }
}
