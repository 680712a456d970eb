package io.gistmill.domain;

import java.time.Instant;
import java.util.List;

/// One digest of one subscription: which stories, in which order. The words stand in the stories'
/// revisions.
///
/// @param id derived from subscription and cut; serves as record key, webhook id and Message-ID
/// @param from start of the window, inclusive
/// @param cut end of the window, exclusive
/// @param items best first
/// @param more how many stories of the window are not shown
/// @param contentHash over everything that a reader would see
public record Digest(
    String id,
    Subscription subscription,
    Instant from,
    Instant cut,
    List<Item> items,
    int more,
    String contentHash) {

  public Digest {
    items = List.copyOf(items);
  }

  /// @param story id, after aliases
  /// @param posts the story's posts of this window, lead first
  public record Item(String story, Fixed score, List<PostRef> posts) {
    public Item {
      posts = List.copyOf(posts);
    }
  }

  /// Names one version of a post in the stories topic.
  ///
  /// @param story the id under which the revision was written, before aliases
  public record PostRef(String id, String story, Instant bucket) {}
}
