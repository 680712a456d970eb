package io.gistmill.testsupport;

import io.gistmill.runtime.state.Table;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A table in memory with commit and roll back: what was not committed is gone after a kill.
public final class MemoryTable<V> implements Table<V> {

  private static final Comparator<String> BY_BYTES = MemoryTable::compareBytes;

  private final NavigableMap<String, V> entries = new TreeMap<>(BY_BYTES);
  private final Map<String, Before<V>> undo = new TreeMap<>(BY_BYTES);

  /// @param value what stood there before, null for nothing
  private record Before<V>(@Nullable V value) {}

  @Override
  public @Nullable V get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, V value) {
    undo.putIfAbsent(key, new Before<>(entries.get(key)));
    entries.put(key, value);
  }

  @Override
  public void delete(String key) {
    undo.putIfAbsent(key, new Before<>(entries.get(key)));
    entries.remove(key);
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    if (BY_BYTES.compare(from, to) > 0) {
      return;
    }
    for (Map.Entry<String, V> entry : entries.subMap(from, to).entrySet()) {
      if (!visitor.test(entry.getKey(), entry.getValue())) {
        return;
      }
    }
  }

  public int size() {
    return entries.size();
  }

  public void commit() {
    undo.clear();
  }

  public void rollBack() {
    undo.forEach(
        (key, before) -> {
          if (before.value() == null) {
            entries.remove(key);
          } else {
            entries.put(key, before.value());
          }
        });
    undo.clear();
  }

  /// The order of the keys' UTF-8 bytes, which is that of their code points.
  private static int compareBytes(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean leftHalf = Character.isSurrogate(left);
        return leftHalf == Character.isSurrogate(right)
            ? Character.compare(left, right)
            : Boolean.compare(leftHalf, Character.isSurrogate(right));
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
