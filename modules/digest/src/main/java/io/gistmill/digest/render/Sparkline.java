package io.gistmill.digest.render;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Draws a series as bars of block letters, which need no picture: `▁▂▅█`. The highest value gets a
/// full bar, nothing the lowest.
final class Sparkline {

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /// @param series none negative
  static String of(List<Integer> series) {
    int highest = series.isEmpty() ? 0 : Collections.max(series);
    return series.stream().map(value -> bar(value, highest)).collect(Collectors.joining());
  }

  private static String bar(int value, int highest) {
    int steps = BARS.length() - 1;
    int step = highest == 0 ? 0 : Math.toIntExact(((long) value * steps + highest - 1) / highest);
    return BARS.substring(step, step + 1);
  }
}
