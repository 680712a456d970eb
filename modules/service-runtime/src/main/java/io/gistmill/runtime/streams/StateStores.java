package io.gistmill.runtime.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// The two kinds of store that Gistmill uses: key-value, keys as text, no cache.
///
/// Never a windowed one: its changelog would lose the entries of an old archive at the first
/// retention check.
public final class StateStores {

  private StateStores() {}

  /// On disk, for what grows with the posts of a HORIZON.
  public static <V> StoreBuilder<KeyValueStore<String, V>> onDisk(String name, Serde<V> values) {
    return store(Stores.persistentKeyValueStore(name), values);
  }

  /// In memory, for what stays small.
  public static <V> StoreBuilder<KeyValueStore<String, V>> inMemory(String name, Serde<V> values) {
    return store(Stores.inMemoryKeyValueStore(name), values);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(
      KeyValueBytesStoreSupplier supplier, Serde<V> values) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values).withCachingDisabled();
  }
}
