package io.gistmill.runtime.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys of records without which everything behind them would go wrong in silence: a tick, without
/// which posts fall into the window before, and a switch, without which they are tagged in the old
/// way. Such a record is never rejected; the application stops.
///
/// The shell knows nothing of the catalogue of topics, so they stand here too; a test compares them
/// with the catalogue's.
public final class VitalKeys {

  public static final List<String> ALL = List.of("switch", "tick");

  private VitalKeys() {}

  static boolean contain(@Nullable Object key) {
    return key instanceof String text && ALL.contains(text);
  }

  static boolean contain(byte @Nullable [] key) {
    return key != null && contain((Object) new String(key, StandardCharsets.UTF_8));
  }
}
