package io.gistmill.benchmarks.latency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Sends at a fixed pace, whether earlier posts have arrived or not, and keeps when each should
/// have been sent: a sender that waits for a slow system hides its slowness.
public final class OpenLoop {

  private final Map<String, Long> intended = new ConcurrentHashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final int perSecond;

  public OpenLoop(int perSecond) {
    this.perSecond = perSecond;
  }

  /// Sends one post.
  @FunctionalInterface
  public interface Sender {

    /// Returns at once; the post may be sent later, on another thread.
    void send(String id);
  }

  /// Returns when all are handed over.
  ///
  /// @param name begins the ids
  public void run(String name, int seconds, Sender sender) {
    long start = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      String id = name + "-" + i;
      intended.put(id, due);
      sender.send(id);
    }
  }

  /// Tells that a post has come out at the other end. For any thread.
  public void arrived(String id) {
    arrived.putIfAbsent(id, System.nanoTime());
  }

  /// Whether all that were sent so far have come out.
  public boolean isComplete() {
    return arrived.keySet().containsAll(intended.keySet());
  }

  /// @param name of the posts that count
  public Latencies latencies(String name) {
    return Latencies.of(
        intended.entrySet().stream()
            .filter(sent -> sent.getKey().startsWith(name + "-"))
            .mapToLong(
                sent -> arrived.getOrDefault(sent.getKey(), Long.MAX_VALUE) - sent.getValue())
            .toArray());
  }
}
