package io.gistmill.producer.source.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Stands still until it is moved.
final class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now;

  SettableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  void advance(Duration by) {
    now.updateAndGet(it -> it.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
