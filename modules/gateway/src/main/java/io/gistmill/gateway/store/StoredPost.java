package io.gistmill.gateway.store;

import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as it stands now.
///
/// @param tagged what the classifiers said, of the last version
/// @param topics after corrections, strongest first
/// @param revision counts edits and corrections, from 1
/// @param story the story that tells it, after aliases; null until its quarter-hour is over
public record StoredPost(
    TaggedPost tagged,
    List<Tag> topics,
    int revision,
    boolean edited,
    boolean corrected,
    @Nullable String story) {

  public StoredPost {
    topics = List.copyOf(topics);
  }

  public String id() {
    return tagged.post().id();
  }

  /// From before its source was followed: in no digest and in no day.
  public boolean backfilled() {
    return tagged.admitted().equals(Instant.EPOCH);
  }
}
