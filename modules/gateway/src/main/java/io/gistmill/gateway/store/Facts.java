package io.gistmill.gateway.store;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Numbers about the copy.
///
/// @param lastTick of the tagged posts; null before the first
/// @param lastCut of the digests; null before the first
/// @param counts what came since the copy began, by kind
public record Facts(
    @Nullable Instant lastTick, @Nullable Instant lastCut, SortedMap<String, Long> counts) {

  public long count(String kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
