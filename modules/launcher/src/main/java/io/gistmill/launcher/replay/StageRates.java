package io.gistmill.launcher.replay;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// How much has passed each stage, and in which time. Safe for several threads.
final class StageRates {

  enum Stage {
    READ("posts"),
    PUBLISHED("posts"),
    TAGGED("posts"),
    FOLDED("posts"),
    WRITTEN("digests");

    /// Those that share their time.
    static final Set<Stage> IN_PIPELINE =
        Collections.unmodifiableSet(EnumSet.range(PUBLISHED, WRITTEN));

    private final String unit;

    Stage(String unit) {
      this.unit = unit;
    }
  }

  private record Span(long count, long first, long last) {}

  private final LongSupplier nanoClock;
  private final Map<Stage, Span> spans = new EnumMap<>(Stage.class);

  StageRates(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /// The stage's time begins.
  synchronized void start(Stage stage) {
    long now = nanoClock.getAsLong();
    spans.put(stage, new Span(0, now, now));
  }

  synchronized void count(Stage stage, long passed) {
    long now = nanoClock.getAsLong();
    spans.merge(
        stage,
        new Span(passed, now, now),
        (before, more) -> new Span(before.count + more.count, before.first, now));
  }

  /// One line a stage: how much, seconds up to the last of it, and both in one figure.
  synchronized String table() {
    var table = new StringBuilder();
    spans.forEach((stage, span) -> table.append(line(stage, span)));
    return table.toString();
  }

  private static String line(Stage stage, Span span) {
    double seconds = Math.max(1, span.last - span.first) / 1e9;
    return String.format(
        Locale.ROOT,
        "  %-10s %9d %-7s %8.2f s %9.0f %s/s%n",
        stage.name().toLowerCase(Locale.ROOT),
        span.count,
        stage.unit,
        seconds,
        span.count / seconds,
        stage.unit);
  }
}
