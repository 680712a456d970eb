package io.gistmill.producer.clock;

import java.time.Duration;
import java.time.InstantSource;

/// How a clock asks for the time.
///
/// @param time what it asks
/// @param stride between two questions, how much of that time counts as watched; see [Clock#due]
/// @param pause real time between two questions
public record ClockPace(InstantSource time, Duration stride, Duration pause) {

  private static final Duration HICCUP = Duration.ofSeconds(5);

  public ClockPace {
    if (pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException("a clock asks after a pause, not after " + pause);
    }
  }

  /// Of a machine's own time, in which an edge that nobody saw is an outage.
  public static ClockPace real(InstantSource time) {
    return new ClockPace(time, Duration.ZERO, Duration.ofMillis(50));
  }

  /// Of sped-up time: edges may pass faster than a log takes them, and are watched none the less.
  public static ClockPace spedUp(SpedUpClock time) {
    return new ClockPace(time, time.inFast(HICCUP), Duration.ofMillis(5));
  }
}
