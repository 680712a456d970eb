package io.gistmill.gateway.store;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.util.List;

/// A digest for everybody.
///
/// @param key where it is found
/// @param items best first, without posts that were taken back since
public record Edition(Key key, Digest digest, List<Item> items) {

  public Edition {
    items = List.copyOf(items);
  }

  /// @param cadence `daily` or `weekly`
  /// @param label the day, such as `2025-03-03`, or the ISO week, such as `2025-W10`
  /// @param route slug of a topic, or `all`
  public record Key(String cadence, String label, String route) {}

  /// @param stories how many its window held
  public record Listed(Key key, Instant cut, int stories) {}

  /// @param story after aliases
  /// @param posts in the versions that the digest names, lead first
  public record Item(String story, List<StoryPost> posts) {
    public Item {
      posts = List.copyOf(posts);
    }
  }
}
