package io.gistmill.runtime.streams;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// A short time in which a state machine may work.
///
/// A call that takes longer than the transaction's time-out never commits; so no call works longer
/// than this, and what is left waits for the next slice.
public final class Slice implements BooleanSupplier {

  public static final Duration LENGTH = Duration.ofMillis(200);

  private final LongSupplier nanoClock;
  private final long end;

  private Slice(LongSupplier nanoClock, Duration length) {
    this.nanoClock = nanoClock;
    this.end = nanoClock.getAsLong() + length.toNanos();
  }

  /// @param nanoClock such as `System::nanoTime`
  public static Slice start(LongSupplier nanoClock) {
    return new Slice(nanoClock, LENGTH);
  }

  /// True while the slice lasts.
  @Override
  public boolean getAsBoolean() {
    return nanoClock.getAsLong() - end < 0;
  }
}
