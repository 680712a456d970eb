package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.Table;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// What a state machine is built from: the tables of its task, and which partition the task reads.
public final class TaskContext {

  private final ProcessorContext<?, ?> context;

  TaskContext(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /// A table over one of the processor's own stores.
  public <V> Table<V> table(String store) {
    KeyValueStore<String, V> found = context.getStateStore(store);
    return new StoreTable<>(found);
  }

  /// A table over a global store, for reading only.
  public <V> Table<V> copy(String store) {
    ReadOnlyKeyValueStore<String, V> found = context.getStateStore(store);
    return new ReadOnlyStoreTable<>(found);
  }

  public int partition() {
    return context.taskId().partition();
  }
}
