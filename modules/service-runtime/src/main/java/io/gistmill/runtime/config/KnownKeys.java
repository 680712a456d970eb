package io.gistmill.runtime.config;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The names that settings have.
///
/// @param keys whole names
/// @param prefixes under which any name is known
/// @param separator between the parts of a name
record KnownKeys(SortedSet<String> keys, SortedSet<String> prefixes, String separator) {

  KnownKeys() {
    this(new TreeSet<>(), new TreeSet<>(), ".");
  }

  boolean holds(String name) {
    return keys.contains(name)
        || prefixes.stream().anyMatch(prefix -> name.startsWith(prefix + separator));
  }

  /// Whether some names lie below this one.
  boolean isSection(String name) {
    return prefixes.contains(name)
        || keys.stream().anyMatch(key -> key.startsWith(name + separator));
  }

  KnownKeys map(UnaryOperator<String> change, String newSeparator) {
    var other = new KnownKeys(new TreeSet<>(), new TreeSet<>(), newSeparator);
    keys.forEach(key -> other.keys.add(change.apply(key)));
    prefixes.forEach(prefix -> other.prefixes.add(change.apply(prefix)));
    return other;
  }

  /// All of them, for people; the free ones as `kafka.properties.*`.
  String list() {
    var all = new TreeSet<>(keys);
    prefixes.forEach(prefix -> all.add(prefix + separator + "*"));
    return String.join(", ", all);
  }

  /// The known name that takes the fewest strokes to get to; null when none is like it.
  @Nullable String nearest(String name) {
    int most = Math.max(1, name.length() / 3);
    return keys.stream()
        .filter(key -> strokes(name, key) <= most)
        .min(Comparator.comparingInt(key -> strokes(name, key)))
        .orElse(null);
  }

  /// Levenshtein's distance: how many letters to put in, take out or replace.
  private static int strokes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
