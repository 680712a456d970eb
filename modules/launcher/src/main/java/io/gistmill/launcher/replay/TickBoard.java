package io.gistmill.launcher.replay;

import io.gistmill.domain.PartitionTick;
import io.gistmill.producer.publish.Readers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Up to which tick each partition of a topic has been read. Safe for several threads.
final class TickBoard implements Readers {

  private final @Nullable Instant[] reached;
  private boolean cancelled;

  TickBoard(int partitions) {
    reached = new Instant[partitions];
  }

  synchronized void reach(PartitionTick tick) {
    reached[tick.from()] = tick.tick().instant();
    notifyAll();
  }

  @Override
  public synchronized boolean haveReached(Instant tick) {
    for (Instant instant : reached) {
      if (instant == null || instant.isBefore(tick)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized void await(Instant tick) throws InterruptedException {
    while (!haveReached(tick)) {
      if (cancelled) {
        throw new InterruptedException("the pipeline has stopped before " + tick);
      }
      wait();
    }
  }

  /// Ends every wait, present and future.
  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }
}
