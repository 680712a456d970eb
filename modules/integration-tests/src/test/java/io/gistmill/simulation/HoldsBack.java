package io.gistmill.simulation;

import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A machine with the fault that exactly-once processing cannot cure: it collects decisions in
/// memory until a batch is full, while the positions of their events are committed.
final class HoldsBack<E, V> implements StateMachine<E, V> {

  private static final int BATCH = 5;

  private final StateMachine<E, V> machine;
  private final List<Decision<V>> batch = new ArrayList<>();

  HoldsBack(StateMachine<E, V> machine) {
    this.machine = machine;
  }

  @Override
  public void accept(E event, Consumer<Decision<V>> decisions) {
    machine.accept(event, batch::add);
    if (batch.size() >= BATCH) {
      batch.forEach(decisions);
      batch.clear();
    }
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<V>> decisions) {
    return machine.work(goOn, batch::add);
  }
}
