package io.gistmill.runtime.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Fills a global store with its topic as it is: the last value of each key, nothing for a
/// tombstone.
public final class GlobalCopy<V> extends ContextualProcessor<String, V, Void, Void> {

  private final String store;

  public GlobalCopy(String store) {
    this.store = store;
  }

  @Override
  public void process(Record<String, V> record) {
    KeyValueStore<String, V> copy = context().getStateStore(store);
    copy.put(record.key(), record.value());
  }
}
