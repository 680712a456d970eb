package io.gistmill.simulation;

import java.util.ArrayList;
import java.util.List;

/// A topic in memory: committed records only, in partitions.
final class SimulatedLog<R> {

  private final List<List<R>> partitions = new ArrayList<>();

  SimulatedLog(int partitions) {
    for (int i = 0; i < partitions; i++) {
      this.partitions.add(new ArrayList<>());
    }
  }

  int partitions() {
    return partitions.size();
  }

  void append(int partition, R record) {
    partitions.get(partition).add(record);
  }

  List<R> records(int partition) {
    return partitions.get(partition);
  }

  List<R> all() {
    return partitions.stream().flatMap(List::stream).toList();
  }
}
