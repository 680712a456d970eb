package io.gistmill.digest.mailroom;

import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which subscription is cut next: ids ordered by (cut, id), so that no tick looks at those that
/// are not due.
final class DueIndex {

  private final Table<String> ids;

  /// Nothing is left before this key. Deleted entries still cost a store time when a scan passes
  /// over them, so no scan starts before it.
  private String start = "";

  DueIndex(Table<String> ids) {
    this.ids = ids;
  }

  void put(Standing standing) {
    String key = key(standing);
    ids.put(key, standing.subscription().id());
    if (key.compareTo(start) < 0) {
      start = key;
    }
  }

  void remove(Standing standing) {
    ids.delete(key(standing));
  }

  /// The id of the first subscription with a cut at or before a tick, or null.
  @Nullable String firstUpTo(Instant tick) {
    Map.Entry<String, String> first = ids.first(start, tick + "}");
    if (first == null) {
      return null;
    }
    start = first.getKey();
    return first.getValue();
  }

  private static String key(Standing standing) {
    return standing.nextCut() + "|" + standing.subscription().id();
  }
}
