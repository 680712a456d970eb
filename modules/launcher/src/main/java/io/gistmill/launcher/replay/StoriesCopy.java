package io.gistmill.launcher.replay;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the stories topic holds at present, for looking up the posts that digests name. Bounded by
/// the HORIZON, since the topic's own tombstones empty it.
final class StoriesCopy {

  private final Map<String, StoryEvent.Revised> revisions = new HashMap<>();
  private @Nullable Tick tick;

  /// @param event null deletes what stood under the key
  void take(String key, @Nullable StoryEvent event) {
    switch (event) {
      case null -> revisions.remove(key);
      case StoryEvent.Revised revised -> revisions.put(key, revised);
      case StoryEvent.Aliased _ -> {}
      case StoryEvent.Ticked(var newest) -> tick = newest;
    }
  }

  /// True when every revision before this instant is here.
  boolean holds(Instant cut) {
    return tick != null && !tick.instant().isBefore(cut);
  }

  StoryPost post(Digest.PostRef ref) {
    StoryEvent.Revised revised = revisions.get(StoryKeys.revision(ref.bucket(), ref.story()));
    if (revised == null) {
      throw new IllegalStateException("the stories topic has no revision for " + ref);
    }
    return revised.posts().stream()
        .filter(post -> post.id().equals(ref.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the revision lacks the post of " + ref));
  }
}
