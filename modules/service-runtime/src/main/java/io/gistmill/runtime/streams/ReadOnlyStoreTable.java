package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.Table;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// A store that somebody else fills, such as the copy of a global topic.
final class ReadOnlyStoreTable<V> implements Table<V> {

  private final ReadOnlyKeyValueStore<String, V> store;

  ReadOnlyStoreTable(ReadOnlyKeyValueStore<String, V> store) {
    this.store = store;
  }

  @Override
  public @Nullable V get(String key) {
    return store.get(key);
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    if (from.compareTo(to) >= 0) {
      return;
    }
    try (KeyValueIterator<String, V> entries = store.range(from, to)) {
      boolean goOn = true;
      while (goOn && entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        goOn = !entry.key.equals(to) && visitor.test(entry.key, entry.value);
      }
    }
  }

  @Override
  public void put(String key, V value) {
    throw new UnsupportedOperationException("this table is a copy; write to its topic instead");
  }

  @Override
  public void delete(String key) {
    throw new UnsupportedOperationException("this table is a copy; write to its topic instead");
  }
}
