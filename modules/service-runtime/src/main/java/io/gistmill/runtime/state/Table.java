package io.gistmill.runtime.state;

import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Values by text key, kept in the order of the keys' UTF-8 bytes.
///
/// Not for several threads at once. What is written is seen by the next read, and lasts once the
/// step in which it was written has been committed.
///
/// @param <V> the values' type, immutable
public interface Table<V> {

  @Nullable V get(String key);

  void put(String key, V value);

  void delete(String key);

  /// Shows the entries whose keys lie in `[from, to)` in order, until the visitor returns false.
  ///
  /// The visitor must not write to this table.
  void scan(String from, String to, BiPredicate<String, V> visitor);

  /// The first entry whose key lies in `[from, to)`, or null.
  default Map.@Nullable Entry<String, V> first(String from, String to) {
    var found =
        new Object() {
          Map.@Nullable Entry<String, V> entry;
        };
    scan(
        from,
        to,
        (key, value) -> {
          found.entry = Map.entry(key, value);
          return false;
        });
    return found.entry;
  }
}
