package io.gistmill.digest.desk;

import io.gistmill.runtime.state.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes rows off a table in the order of their keys.
///
/// Lives as long as its desk and remembers how far it came: a store steps over every row that was
/// deleted since its last clean-up, so that looking from the start for each row would take the
/// square of their number. Rows are read some at a time, since a store needs long to begin a scan
/// and not long to go on with it.
final class Walk<V> {

  private static final int AHEAD = 64;

  private final Table<V> table;
  private final Deque<Map.Entry<String, V>> ahead = new ArrayDeque<>(AHEAD);
  private String from;

  Walk(Table<V> table, String from) {
    this.table = table;
    this.from = from;
  }

  /// The first row left with a key below `to`.
  ///
  /// Rows are added behind all that have been read so far, and these stay as they are; who adds or
  /// changes others calls [#lookAgain].
  Map.@Nullable Entry<String, V> first(String to) {
    if (ahead.isEmpty() && from.compareTo(to) < 0) {
      table.scan(
          from,
          to,
          (key, value) -> {
            ahead.add(Map.entry(key, value));
            return ahead.size() < AHEAD;
          });
    }
    Map.Entry<String, V> first = ahead.peek();
    return first == null || first.getKey().compareTo(to) >= 0 ? null : first;
  }

  /// Deletes the row that [#first] has shown. None is added before it any more.
  void take() {
    from = ahead.remove().getKey();
    table.delete(from);
  }

  /// Rows have been added or changed anywhere behind the last one taken.
  void lookAgain() {
    ahead.clear();
  }
}
