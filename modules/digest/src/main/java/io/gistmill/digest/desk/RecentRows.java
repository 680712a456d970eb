package io.gistmill.digest.desk;

import io.gistmill.runtime.state.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A table that also keeps in memory the rows used last: a desk reads again most of what it has
/// just written, and reading a row from a store means to decode it.
///
/// Every write goes to the table at once. Lives as long as its desk.
final class RecentRows<V> implements Table<V> {

  private final Table<V> table;
  private final Map<String, V> recent;

  RecentRows(Table<V> table, int most) {
    this.table = table;
    this.recent = new Bounded<>(most);
  }

  /// Forgets the entry that was not used for longest.
  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Bounded(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }

  @Override
  public @Nullable V get(String key) {
    V known = recent.get(key);
    if (known != null) {
      return known;
    }
    V read = table.get(key);
    if (read != null) {
      recent.put(key, read);
    }
    return read;
  }

  @Override
  public void put(String key, V value) {
    table.put(key, value);
    recent.put(key, value);
  }

  @Override
  public void delete(String key) {
    table.delete(key);
    recent.remove(key);
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    table.scan(from, to, visitor);
  }
}
