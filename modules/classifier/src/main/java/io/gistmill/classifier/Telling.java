package io.gistmill.classifier;

import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import java.util.List;

/// What comes out for one event about a post.
///
/// @param versions the topics that the post had and has, for those who follow topics; none where
///   nothing new is told
record Telling(TaggedEvent event, List<List<Tag>> versions) {

  static Telling nothingNew(TaggedEvent event) {
    return new Telling(event, List.of());
  }
}
