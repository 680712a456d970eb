package io.gistmill.runtime.streams;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What of a machine's events and decisions can be measured, so that the machine knows nothing of
/// it.
///
/// @param tick the instant of an event that is a tick
/// @param outcome the kind of a decision's value, one of a few words
public record Measures<E, V>(Function<E, Optional<Instant>> tick, Function<V, String> outcome) {

  /// No ticks, and the names of the values' classes: `tagged`, `duplicate`.
  public static <E, V> Measures<E, V> byClass() {
    return new Measures<>(event -> Optional.empty(), Measures::nameOf);
  }

  /// The name of a value's class in lower case.
  public static String nameOf(@Nullable Object value) {
    return value == null ? "tombstone" : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
