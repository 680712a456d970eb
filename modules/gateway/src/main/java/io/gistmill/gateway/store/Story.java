package io.gistmill.gateway.store;

import io.gistmill.domain.StoryPost;
import java.util.List;

/// A story with all its posts.
///
/// @param posts by the authors' dates
/// @param topics slugs, strongest first
public record Story(String id, StoryPost lead, List<StoredPost> posts, List<String> topics) {

  public Story {
    posts = List.copyOf(posts);
    topics = List.copyOf(topics);
  }
}
