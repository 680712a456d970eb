package io.gistmill.runtime.config;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One source of values.
interface Layer {

  /// What it says for a key; null for nothing.
  @Nullable Given find(String key);

  /// What it says for the keys under a prefix, by the rest of the key.
  SortedMap<String, Given> below(String prefix);

  /// What it says although nobody asks for it.
  List<Stranger> strangers(KnownKeys known);

  /// A value that belongs to no setting.
  ///
  /// @param name as it was given
  /// @param nearest the known name that is most like it; null when none is like it
  record Stranger(String place, String name, @Nullable String nearest) {}
}
