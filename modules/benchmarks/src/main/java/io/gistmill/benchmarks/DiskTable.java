package io.gistmill.benchmarks;

import io.gistmill.contracts.JsonSerde;
import io.gistmill.runtime.state.Table;
import io.gistmill.runtime.streams.BoundedRocksDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/// A table on disk as a stage has it, but for its changelog: RocksDB with the stages' settings and
/// without a log of its own, and values in JSON.
public final class DiskTable<V> implements Table<V>, AutoCloseable {

  static {
    RocksDB.loadLibrary();
  }

  private final RocksDB store;
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final JsonSerde<V> values;

  public DiskTable(Path folder, Class<V> type) {
    this.values = new JsonSerde<>(type);
    try (var options = new Options().setCreateIfMissing(true)) {
      options.setTableFormatConfig(new BlockBasedTableConfig());
      new BoundedRocksDb().setConfig(folder.toString(), options, Map.of());
      Files.createDirectories(folder);
      this.store = RocksDB.open(options, folder.toString());
    } catch (IOException | RocksDBException e) {
      throw failed(e);
    }
  }

  @Override
  public @Nullable V get(String key) {
    try {
      byte[] value = store.get(bytes(key));
      return value == null ? null : read(value);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  @Override
  public void put(String key, V value) {
    try {
      store.put(unlogged, bytes(key), values.serializer().serialize("table", value));
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      store.delete(unlogged, bytes(key));
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  @Override
  public void scan(String from, String to, BiPredicate<String, V> visitor) {
    try (var end = new Slice(bytes(to));
        var options = new ReadOptions().setIterateUpperBound(end);
        RocksIterator entries = store.newIterator(options)) {
      boolean further = true;
      for (entries.seek(bytes(from)); further && entries.isValid(); entries.next()) {
        String key = new String(entries.key(), StandardCharsets.UTF_8);
        further = visitor.test(key, read(entries.value()));
      }
    }
  }

  @Override
  public void close() {
    unlogged.close();
    store.close();
  }

  private V read(byte[] value) {
    return values.deserializer().deserialize("table", value);
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalStateException failed(Exception e) {
    return new IllegalStateException("the store of a benchmark failed", e);
  }
}
