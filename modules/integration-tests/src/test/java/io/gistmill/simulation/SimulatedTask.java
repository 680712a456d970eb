package io.gistmill.simulation;

import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One task as exactly-once processing runs it: tables, input positions and output are committed
/// together, and a kill goes back to the last commit with a new machine.
final class SimulatedTask<E, V> {

  /// Partitions of the input that the task reads, in any interleaving.
  private final List<List<E>> inputs;

  private final SimulatedTables tables;
  private final Supplier<StateMachine<E, V>> factory;
  private final Consumer<Decision<V>> output;
  private final int[] committed;
  private final int[] read;
  private final List<Decision<V>> uncommitted = new ArrayList<>();
  private StateMachine<E, V> machine;

  /// @param factory makes a machine on the task's tables
  /// @param output where committed decisions go
  SimulatedTask(
      List<List<E>> inputs,
      SimulatedTables tables,
      Supplier<StateMachine<E, V>> factory,
      Consumer<Decision<V>> output) {
    this.inputs = inputs;
    this.tables = tables;
    this.factory = factory;
    this.output = output;
    this.committed = new int[inputs.size()];
    this.read = new int[inputs.size()];
    this.machine = factory.get();
  }

  /// Takes the next record of an input, if there is one.
  boolean take(int input) {
    if (read[input] == inputs.get(input).size()) {
      return false;
    }
    machine.accept(inputs.get(input).get(read[input]++), uncommitted::add);
    return true;
  }

  int inputs() {
    return inputs.size();
  }

  /// @return true when nothing is left that can be done now
  boolean work(BooleanSupplier goOn) {
    return machine.work(goOn, uncommitted::add);
  }

  void commit() {
    tables.commit();
    System.arraycopy(read, 0, committed, 0, read.length);
    uncommitted.forEach(output);
    uncommitted.clear();
  }

  void kill() {
    tables.rollBack();
    System.arraycopy(committed, 0, read, 0, read.length);
    uncommitted.clear();
    machine = factory.get();
  }

  /// Takes, works and commits until nothing is left; true when anything happened.
  boolean drain() {
    boolean moved = false;
    for (int input = 0; input < inputs.size(); input++) {
      while (take(input)) {
        moved = true;
      }
    }
    while (!work(() -> true)) {
      moved = true;
    }
    moved |= !uncommitted.isEmpty();
    commit();
    return moved;
  }
}
