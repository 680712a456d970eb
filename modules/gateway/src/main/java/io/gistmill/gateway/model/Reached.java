package io.gistmill.gateway.model;

import io.gistmill.gateway.log.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Up to which places the copy holds what stands on the log. Safe for all threads.
final class Reached {

  private final Map<String, Long> next = new HashMap<>();

  synchronized void startAnew() {
    next.clear();
  }

  /// @param places the offsets that come next
  synchronized void at(List<Entry.Place> places) {
    places.forEach(place -> next.put(key(place.topic(), place.partition()), place.offset()));
    notifyAll();
  }

  /// Waits until the copy holds everything before an offset.
  ///
  /// @return false when it did not within the time
  synchronized boolean await(Entry.Place before, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (next.getOrDefault(key(before.topic(), before.partition()), 0L) < before.offset()) {
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
      left = deadline - System.nanoTime();
    }
    return true;
  }

  private static String key(String topic, int partition) {
    return topic + "/" + partition;
  }
}
