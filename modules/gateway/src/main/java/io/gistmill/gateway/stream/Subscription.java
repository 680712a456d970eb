package io.gistmill.gateway.stream;

import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.log.Positions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one live reader has still to take. The hub puts in, the reader takes out.
final class Subscription {

  private final Positions from;
  private final Positions now;
  private final int limit;
  private final Queue<Entry.OfTagged> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean slow;
  private boolean ended;

  sealed interface Next {

    record Event(Entry.OfTagged entry) implements Next {}

    /// Nothing came for a while.
    record Quiet() implements Next {}

    /// More came than the buffer holds: entries were lost for this reader.
    record Slow() implements Next {}

    /// The hub closes.
    record Ended() implements Next {}
  }

  /// @param from everything that the hub hears from here on is put in
  /// @param now what lies before is history
  Subscription(Positions from, Positions now, int limit) {
    this.from = from;
    this.now = now;
    this.limit = limit;
  }

  Positions from() {
    return from;
  }

  Positions now() {
    return now;
  }

  /// Never waits.
  void put(Entry.OfTagged entry) {
    lock.lock();
    try {
      if (waiting.size() >= limit) {
        slow = true;
        waiting.clear();
      }
      if (!slow) {
        waiting.add(entry);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean isSlow() {
    lock.lock();
    try {
      return slow;
    } finally {
      lock.unlock();
    }
  }

  Next next(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!slow && !ended && waiting.isEmpty()) {
        if (left <= 0) {
          return new Next.Quiet();
        }
        left = changed.awaitNanos(left);
      }
      return taken();
    } finally {
      lock.unlock();
    }
  }

  private Next taken() {
    if (slow) {
      return new Next.Slow();
    }
    Entry.OfTagged entry = waiting.poll();
    return entry == null ? new Next.Ended() : new Next.Event(entry);
  }
}
