package io.gistmill.classifier;

import io.gistmill.domain.Tag;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which live streams an event belongs to.
public final class LiveStreams {

  /// Of every post.
  public static final String ALL = "all";

  /// Of posts without a topic.
  public static final String OTHER = "other";

  private LiveStreams() {}

  /// @param known slugs that have a stream
  /// @param versions the topics that a post had and has; none for what tells nothing new
  static SortedSet<String> of(SortedSet<String> known, List<List<Tag>> versions) {
    var slugs = new TreeSet<String>();
    for (List<Tag> topics : versions) {
      slugs.add(ALL);
      if (topics.isEmpty()) {
        slugs.add(OTHER);
      }
      for (Tag tag : topics) {
        if (known.contains(tag.topic())) {
          slugs.add(tag.topic());
        }
      }
    }
    return slugs;
  }
}
