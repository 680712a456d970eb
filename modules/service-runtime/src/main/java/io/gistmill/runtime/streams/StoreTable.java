package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.Table;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// A task's own store, committed together with its input position and its output.
final class StoreTable<V> implements Table<V> {

  private final KeyValueStore<String, V> store;
  private final Table<V> reads;

  StoreTable(KeyValueStore<String, V> store) {
    this.store = store;
    this.reads = new ReadOnlyStoreTable<>(store);
  }

  @Override
  public @Nullable V get(String key) {
    return reads.get(key);
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    reads.scan(from, to, visitor);
  }

  @Override
  public void put(String key, V value) {
    store.put(key, value);
  }

  /// A store's own `delete` reads and decodes the value first, only to return it.
  // A null value is a tombstone, which Kafka's own types do not declare.
  @SuppressWarnings("NullAway")
  @Override
  public void delete(String key) {
    store.put(key, null);
  }
}
