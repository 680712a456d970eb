package io.gistmill.producer.publish;

import java.time.Instant;
import java.time.InstantSource;

/// Time that stands still until a test moves it.
public final class SettableTime implements InstantSource {

  private volatile Instant now;

  public SettableTime(Instant start) {
    now = start;
  }

  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
