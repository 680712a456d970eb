package io.gistmill.gateway.model;

import io.gistmill.gateway.log.Entry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// How far the copy has come. Safe for all threads.
public final class Progress {

  private final AtomicReference<List<String>> hindrances =
      new AtomicReference<>(List.of("not started yet"));
  private final AtomicLong lag = new AtomicLong();
  private final AtomicReference<String> generation = new AtomicReference<>("0");
  private final Reached reached = new Reached();

  /// What the copy waits for; empty when it is up to date.
  public List<String> hindrances() {
    return hindrances.get();
  }

  /// Records that are on the log and not in the copy.
  public long lag() {
    return lag.get();
  }

  /// Names the log in the ids of events; `0` before it is known.
  public String generation() {
    return generation.get();
  }

  /// Waits until the copy holds everything before a place on the log.
  ///
  /// @return false when it did not within the time
  boolean await(Entry.Place before, Duration patience) throws InterruptedException {
    return reached.await(before, patience);
  }

  void reached(List<Entry.Place> next) {
    reached.at(next);
  }

  void startAnew() {
    reached.startAnew();
  }

  void generation(String name) {
    generation.set(name);
  }

  void waiting(String reason) {
    hindrances.set(List.of(reason));
  }

  void ready() {
    hindrances.set(List.of());
  }

  void lag(long records) {
    lag.set(records);
  }
}
