package io.gistmill.runtime.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One cache and one write budget for all stores of the process: by default every store of every
/// partition would take some 100 MB of its own.
public final class BoundedRocksDb implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 64L << 20;
  private static final long WRITE_BYTES = 32L << 20;
  private static final long MEMTABLE_BYTES = 4L << 20;

  /// Each part of the cache must hold the filter of a large file, of a megabyte or more: what does
  /// not fit into its part is read anew at every look-up. By itself RocksDB makes parts of a
  /// megabyte.
  private static final int CACHE_PART_BITS = 1;

  /// What is kept for filters and indexes.
  private static final double HIGH_PRIORITY = 0.4;

  /// Live as long as the process; RocksDB counts the references of the stores.
  private static final class Shared {
    static final Cache CACHE = new LRUCache(CACHE_BYTES, CACHE_PART_BITS, false, HIGH_PRIORITY);
    static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    // Each look-up of a new key asks the filters of all young files: so they are at hand without a
    // search in the cache.
    table.setPinL0FilterAndIndexBlocksInCache(true);
    table.setFilterPolicy(new BloomFilter());
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.WRITES);
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String store, Options options) {}
}
