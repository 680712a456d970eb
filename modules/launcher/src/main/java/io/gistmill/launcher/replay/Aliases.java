package io.gistmill.launcher.replay;

import io.gistmill.domain.StoryEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which stories have become parts of which.
///
/// An id can be given again once all memory of its story has expired, so an alias holds only for
/// what was told before it.
final class Aliases {

  private final Map<String, NavigableMap<Instant, String>> targets = new HashMap<>();

  void take(StoryEvent.Aliased aliased) {
    targets
        .computeIfAbsent(aliased.alias(), id -> new TreeMap<>())
        .put(aliased.bucket(), aliased.story());
  }

  /// @param told when a post was told under the id
  /// @return the id of the story that tells it in the end
  String resolve(String story, Instant told) {
    String resolved = story;
    Map.@Nullable Entry<Instant, String> next = next(story, told);
    while (next != null) {
      resolved = next.getValue();
      next = next(resolved, next.getKey());
    }
    return resolved;
  }

  private Map.@Nullable Entry<Instant, String> next(String story, Instant from) {
    NavigableMap<Instant, String> later = targets.get(story);
    return later == null ? null : later.ceilingEntry(from);
  }
}
