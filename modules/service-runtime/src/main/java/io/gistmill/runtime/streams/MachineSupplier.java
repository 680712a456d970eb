package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.StateMachine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/// Puts a state machine into a topology, one for each task.
///
/// @param <E> events that come in
/// @param <V> values that go out
public final class MachineSupplier<E, V> implements ProcessorSupplier<String, E, String, V> {

  private final Set<StoreBuilder<?>> stores;
  private final Function<TaskContext, StateMachine<E, V>> machine;
  private final LongSupplier nanoClock;
  private final Measures<E, V> measures;

  public MachineSupplier(
      List<StoreBuilder<?>> stores, Function<TaskContext, StateMachine<E, V>> machine) {
    this(stores, machine, System::nanoTime);
  }

  /// @param nanoClock measures slices; says when to pause, never what to decide
  public MachineSupplier(
      List<StoreBuilder<?>> stores,
      Function<TaskContext, StateMachine<E, V>> machine,
      LongSupplier nanoClock) {
    this(inOrder(stores), machine, nanoClock, Measures.byClass());
  }

  private MachineSupplier(
      Set<StoreBuilder<?>> stores,
      Function<TaskContext, StateMachine<E, V>> machine,
      LongSupplier nanoClock,
      Measures<E, V> measures) {
    this.stores = stores;
    this.machine = machine;
    this.nanoClock = nanoClock;
    this.measures = measures;
  }

  private static Set<StoreBuilder<?>> inOrder(List<StoreBuilder<?>> stores) {
    var byName = new TreeMap<String, StoreBuilder<?>>();
    stores.forEach(store -> byName.put(store.name(), store));
    return new LinkedHashSet<>(byName.values());
  }

  /// The same machine, of which more is measured. Nothing is where the service measures nothing.
  public MachineSupplier<E, V> measuring(Measures<E, V> more) {
    return new MachineSupplier<>(stores, machine, nanoClock, more);
  }

  @Override
  public Processor<String, E, String, V> get() {
    return new MachineProcessor<>(machine, nanoClock, measures);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return stores;
  }
}
