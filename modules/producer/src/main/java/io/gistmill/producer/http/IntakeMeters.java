package io.gistmill.producer.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts posts by source and by what became of them.
final class IntakeMeters {

  private static final int MOST_SOURCES = 100;

  private final MeterRegistry registry;
  private final Set<String> sources = ConcurrentHashMap.newKeySet();

  IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(String source, ItemResult result) {
    registry
        .counter("gistmill.ingest.posts", "source", label(source), "status", result.status())
        .increment();
  }

  /// Clients choose the names of sources: their number must not become that of time series.
  private String label(String source) {
    boolean known = sources.contains(source);
    return known || (sources.size() < MOST_SOURCES && sources.add(source)) ? source : "(others)";
  }
}
