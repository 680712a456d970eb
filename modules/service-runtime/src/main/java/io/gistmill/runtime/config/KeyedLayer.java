package io.gistmill.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values under the keys themselves, as in a file or on the command line.
record KeyedLayer(SortedMap<String, Given> values) implements Layer {

  @Override
  public @Nullable Given find(String key) {
    return values.get(key);
  }

  @Override
  public SortedMap<String, Given> below(String prefix) {
    SortedMap<String, Given> found = new TreeMap<>();
    values
        .tailMap(prefix + ".")
        .forEach(
            (key, given) -> {
              if (key.startsWith(prefix + ".")) {
                found.put(key.substring(prefix.length() + 1), given);
              }
            });
    return found;
  }

  @Override
  public List<Stranger> strangers(KnownKeys known) {
    List<Stranger> strangers = new ArrayList<>();
    values.forEach(
        (key, given) -> {
          if (!known.holds(key) && !isEmptySection(key, given, known)) {
            strangers.add(new Stranger(given.place(), key, known.nearest(key)));
          }
        });
    return strangers;
  }

  /// A heading under which every setting is commented out.
  private static boolean isEmptySection(String key, Given given, KnownKeys known) {
    return "".equals(given.text()) && known.isSection(key);
  }
}
