package io.gistmill.simulation;

import io.gistmill.runtime.state.Table;
import io.gistmill.testsupport.MemoryTable;
import java.util.ArrayList;
import java.util.List;

/// The tables of one task, which commit and roll back together.
final class SimulatedTables {

  private final List<MemoryTable<?>> tables = new ArrayList<>();

  <V> Table<V> table() {
    var table = new MemoryTable<V>();
    tables.add(table);
    return table;
  }

  void commit() {
    tables.forEach(MemoryTable::commit);
  }

  void rollBack() {
    tables.forEach(MemoryTable::rollBack);
  }
}
