package io.gistmill.launcher.replay;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many posts have passed each stage, and in which time.
final class StageRates {

  enum Stage {
    READ,
    PUBLISHED,
    TAGGED,
    FOLDED,
    WRITTEN
  }

  private record Span(long count, long first, long last) {}

  private final LongSupplier nanoClock;
  private final Map<Stage, Span> spans = new EnumMap<>(Stage.class);

  StageRates(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /// The stage gets its first post now or later.
  synchronized void start(Stage stage) {
    long now = nanoClock.getAsLong();
    spans.put(stage, new Span(0, now, now));
  }

  synchronized void count(Stage stage, long posts) {
    long now = nanoClock.getAsLong();
    spans.merge(
        stage,
        new Span(posts, now, now),
        (before, one) -> new Span(before.count + one.count, before.first, now));
  }

  synchronized long count(Stage stage) {
    return spans.getOrDefault(stage, new Span(0, 0, 0)).count;
  }

  /// One line a stage: posts, seconds, posts a second.
  synchronized String table() {
    var table = new StringBuilder();
    spans.forEach((stage, span) -> table.append(line(stage, span)));
    return table.toString();
  }

  private static String line(Stage stage, Span span) {
    double seconds = Math.max(1, span.last - span.first) / 1e9;
    return String.format(
        Locale.ROOT,
        "  %-10s %9d posts %8.2f s %9.0f posts/s\n",
        stage.name().toLowerCase(Locale.ROOT),
        span.count,
        seconds,
        span.count / seconds);
  }
}
