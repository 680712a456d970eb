package io.gistmill.digest.desk;

import io.gistmill.runtime.state.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes rows off a table in the order of their keys.
///
/// Remembers how far it came: a store steps over every row that was deleted since its last clean-up,
/// so that looking from the start for each row would take the square of their number.
final class Walk<V> {

  private final Table<V> table;
  private String from;

  Walk(Table<V> table, String from) {
    this.table = table;
    this.from = from;
  }

  /// The first row not taken yet with a key below `to`.
  Map.@Nullable Entry<String, V> first(String to) {
    if (from.compareTo(to) >= 0) {
      return null;
    }
    Map.Entry<String, V> row = table.first(from, to);
    if (row != null) {
      from = row.getKey();
    }
    return row;
  }
}
