package io.gistmill.launcher.replay;

import java.util.Locale;

/// How fast one stage was.
///
/// @param unit what passed it, in the plural
/// @param seconds up to the last of it; at least a nanosecond
public record StageRate(String stage, long passed, String unit, double seconds) {

  public double perSecond() {
    return passed / seconds;
  }

  /// One line for people.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "  %-10s %9d %-7s %8.2f s %9.0f %s/s",
        stage,
        passed,
        unit,
        seconds,
        perSecond(),
        unit);
  }
}
