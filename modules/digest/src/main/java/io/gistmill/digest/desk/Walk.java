package io.gistmill.digest.desk;

import io.gistmill.runtime.state.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes rows off a table in the order of their keys.
///
/// Remembers how far it came: a store steps over every row that was deleted since its last
/// clean-up, so that looking from the start for each row would take the square of their number.
final class Walk<V> {

  private final Table<V> table;
  private String from;

  Walk(Table<V> table, String from) {
    this.table = table;
    this.from = from;
  }

  /// The first row left with a key below `to`.
  Map.@Nullable Entry<String, V> first(String to) {
    if (from.compareTo(to) >= 0) {
      return null;
    }
    return table.first(from, to);
  }

  /// Deletes a row. No row is added before it as long as this walk lasts.
  void take(String key) {
    table.delete(key);
    from = key;
  }
}
