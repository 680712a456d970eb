package io.gistmill.digest.mailroom;

import io.gistmill.runtime.state.Table;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A table over another one that it never writes to: what would be written is kept in memory.
///
/// For tables whose keys are ASCII where they are scanned.
final class Overlay<V> implements Table<V> {

  private final @Nullable Table<V> base;
  private final TreeMap<String, Optional<V>> changes = new TreeMap<>();

  /// @param base null for an empty one
  Overlay(@Nullable Table<V> base) {
    this.base = base;
  }

  @Override
  public @Nullable V get(String key) {
    Optional<V> changed = changes.get(key);
    if (changed != null) {
      return changed.orElse(null);
    }
    return base == null ? null : base.get(key);
  }

  @Override
  public void put(String key, V value) {
    changes.put(key, Optional.of(value));
  }

  @Override
  public void delete(String key) {
    changes.put(key, Optional.empty());
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    if (from.compareTo(to) >= 0) {
      return;
    }
    var merge = new Merge<>(new TreeMap<>(changes.subMap(from, to)), visitor);
    if (base != null) {
      base.scan(from, to, merge::show);
    }
    merge.showRest();
  }

  /// Shows entries of both in the order of their keys.
  private static final class Merge<V> {
    private final TreeMap<String, Optional<V>> changes;
    private final BiPredicate<String, V> visitor;
    private boolean goOn = true;

    Merge(TreeMap<String, Optional<V>> changes, BiPredicate<String, V> visitor) {
      this.changes = changes;
      this.visitor = visitor;
    }

    boolean show(String key, V value) {
      while (goOn && !changes.isEmpty() && changes.firstKey().compareTo(key) < 0) {
        showChange(changes.pollFirstEntry());
      }
      Optional<V> changed = changes.remove(key);
      if (goOn) {
        V newest = changed == null ? value : changed.orElse(null);
        goOn = newest == null || visitor.test(key, newest);
      }
      return goOn;
    }

    void showRest() {
      while (goOn && !changes.isEmpty()) {
        showChange(changes.pollFirstEntry());
      }
    }

    private void showChange(Map.Entry<String, Optional<V>> change) {
      change.getValue().ifPresent(value -> goOn = visitor.test(change.getKey(), value));
    }
  }
}
