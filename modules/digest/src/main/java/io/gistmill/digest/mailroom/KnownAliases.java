package io.gistmill.digest.mailroom;

import io.gistmill.domain.Horizon;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.Map;

/// Stories that became one, as long as digests may know them by their younger ids.
///
/// The copy of the stories holds no more than eight days for certain: a desk that runs ahead in a
/// replay deletes by its own time.
final class KnownAliases {

  private final Table<String> table;

  /// Nothing is left before this key; see [DueIndex] for the reason.
  private String first = "";

  /// @param table by bucket and younger id
  KnownAliases(Table<String> table) {
    this.table = table;
  }

  void add(String key, String story) {
    if (table.get(key) == null) {
      table.put(key, story);
    }
  }

  /// Adds those of the HORIZON before a cut.
  void addTo(Map<String, String> aliases, Instant cut) {
    table.scan(
        cut.minus(Horizon.LENGTH).toString(),
        cut.toString(),
        (key, story) -> {
          aliases.put(key.substring(key.indexOf('|') + 1), story);
          return true;
        });
  }

  /// Deletes one row of before an instant.
  ///
  /// @return false when none is left
  boolean expireOne(Instant before) {
    Map.Entry<String, String> oldest = table.first(first, before.toString());
    if (oldest == null) {
      return false;
    }
    first = oldest.getKey();
    table.delete(oldest.getKey());
    return true;
  }
}
