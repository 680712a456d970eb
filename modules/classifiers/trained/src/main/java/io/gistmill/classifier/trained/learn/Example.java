package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Post;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A post to learn from.
///
/// @param topics the slugs of all topics that it has; may be empty
public record Example(Post post, SortedSet<String> topics) {

  public Example {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }
}
