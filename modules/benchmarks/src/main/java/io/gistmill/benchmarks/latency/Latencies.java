package io.gistmill.benchmarks.latency;

import java.util.Arrays;
import java.util.Locale;

/// How long posts took, in milliseconds.
///
/// @param count of posts
/// @param p50 half of the posts took no longer
/// @param p99 of a hundred posts, ninety-nine took no longer
public record Latencies(int count, double p50, double p90, double p99, double max) {

  /// @param nanos of each post
  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(
        sorted.length,
        millis(sorted, 0.50),
        millis(sorted, 0.90),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  /// The nearest rank.
  private static double millis(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %6.1f ms, p90 %6.1f ms, p99 %6.1f ms, max %6.1f ms, %d posts",
        p50,
        p90,
        p99,
        max,
        count);
  }
}
