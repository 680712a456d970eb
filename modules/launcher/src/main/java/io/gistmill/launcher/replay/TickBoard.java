package io.gistmill.launcher.replay;

import io.gistmill.domain.PartitionTick;
import io.gistmill.producer.publish.Readers;
import java.time.Instant;
import java.util.Arrays;

/// Up to which tick each partition of a topic has been read. Safe for several threads.
final class TickBoard implements Readers {

  private final Instant[] reached;

  TickBoard(int partitions) {
    reached = new Instant[partitions];
    Arrays.fill(reached, Instant.MIN);
  }

  synchronized void reach(PartitionTick tick) {
    reached[tick.from()] = tick.tick().instant();
    notifyAll();
  }

  /// The tick that all partitions have reached; [Instant#MIN] before the first.
  synchronized Instant reachedByAll() {
    Instant least = Instant.MAX;
    for (Instant instant : reached) {
      least = instant.isBefore(least) ? instant : least;
    }
    return least;
  }

  @Override
  public boolean haveReached(Instant tick) {
    return !reachedByAll().isBefore(tick);
  }

  @Override
  public synchronized void await(Instant tick) throws InterruptedException {
    while (!haveReached(tick)) {
      wait();
    }
  }
}
