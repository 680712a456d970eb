package io.gistmill.classifier.topology;

import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;

/// Which posts a live stream shows.
///
/// @param slug of a topic, or `all` for every post, or `other` for those without topic
record Route(String slug) {

  boolean takes(TaggedEvent event) {
    return event instanceof TaggedEvent.Tagged tagged && takes(tagged.post());
  }

  private boolean takes(TaggedPost post) {
    return switch (slug) {
      case "all" -> true;
      case "other" -> post.topics().isEmpty();
      default -> post.topics().stream().anyMatch(tag -> tag.topic().equals(slug));
    };
  }
}
