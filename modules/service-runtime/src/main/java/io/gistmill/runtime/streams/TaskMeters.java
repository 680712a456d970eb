package io.gistmill.runtime.streams;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measures one task's records, or does nothing where nothing is to be measured, as in a test.
///
/// @param meters null for nothing
record TaskMeters<E, V>(@Nullable StreamsMeters meters, Measures<E, V> measures) {

  static <E, V> TaskMeters<E, V> of(Map<String, Object> settings, Measures<E, V> measures) {
    return new TaskMeters<>(StreamsMeters.of(settings), measures);
  }

  void processed(E event, long millis) {
    if (meters != null) {
      meters.processed(millis);
      measures.tick().apply(event).ifPresent(meters::ticked);
    }
  }

  void decided(@Nullable V value) {
    if (meters != null) {
      meters.decided(value == null ? Measures.nameOf(null) : measures.outcome().apply(value));
    }
  }
}
