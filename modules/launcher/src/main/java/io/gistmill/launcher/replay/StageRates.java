package io.gistmill.launcher.replay;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
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

  /// In the order of the way of a post.
  synchronized List<StageRate> all() {
    return spans.entrySet().stream().map(entry -> rate(entry.getKey(), entry.getValue())).toList();
  }

  /// One line a stage.
  String table() {
    return all().stream().map(rate -> rate + System.lineSeparator()).collect(joining());
  }

  private static StageRate rate(Stage stage, Span span) {
    double seconds = Math.max(1, span.last - span.first) / 1e9;
    return new StageRate(stage.name().toLowerCase(Locale.ROOT), span.count, stage.unit, seconds);
  }
}
