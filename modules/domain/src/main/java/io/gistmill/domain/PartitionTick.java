package io.gistmill.domain;

/// A tick and the partition that it was read from.
///
/// @param from the partition, from 0
/// @param of how many partitions there are
public record PartitionTick(Tick tick, int from, int of) {

  public PartitionTick {
    if (from < 0 || from >= of) {
      throw new IllegalArgumentException("no partition " + from + " of " + of);
    }
  }
}
