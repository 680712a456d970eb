package io.gistmill.runtime.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value as somebody gave it.
///
/// @param place where, for messages: `--zone`, `GISTMILL_ZONE`, `gistmill.yaml:3: zone`
/// @param text null when a list was given
/// @param items of a list; a single text may hold several with commas
record Given(String place, @Nullable String text, List<String> items) {

  static Given text(String place, String text) {
    List<String> items =
        Stream.of(text.split(",", -1)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    return new Given(place, text.strip(), items);
  }

  static Given list(String place, List<String> items) {
    return new Given(place, null, List.copyOf(items));
  }
}
