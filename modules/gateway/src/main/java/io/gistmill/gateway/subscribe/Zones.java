package io.gistmill.gateway.subscribe;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The zones of the IANA time zone database that people live in.
public final class Zones {

  private static final Set<String> REGIONS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");
  private static final String UTC = "UTC";
  private static final int SUGGESTED = 3;

  private static final SortedMap<String, SortedSet<String>> ALL = all();
  private static final Set<String> NAMES =
      ALL.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private Zones() {}

  private static SortedMap<String, SortedSet<String>> all() {
    var all = new TreeMap<String, SortedSet<String>>();
    for (String name : ZoneId.getAvailableZoneIds()) {
      String region = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
      if (REGIONS.contains(region)) {
        all.computeIfAbsent(region, _ -> new TreeSet<>()).add(name);
      }
    }
    all.put(UTC, new TreeSet<>(Set.of(UTC)));
    return all;
  }

  /// Names by region, both sorted.
  public static Map<String, SortedSet<String>> byRegion() {
    return ALL;
  }

  /// The zone of exactly this name.
  static Optional<ZoneId> find(String name) {
    return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }

  /// The names that somebody may have meant, the likeliest first: those that share a part with the
  /// text, then those that take the fewest strokes to get to.
  static List<String> nearest(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).replace(' ', '_');
    return NAMES.stream()
        .sorted(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SUGGESTED)
        .toList();
  }

  private static int distance(String wanted, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Math.min(
        Strokes.between(wanted, lower), 1 + Strokes.between(place(wanted), place(lower)));
  }

  /// The last part of a name, which is a city.
  private static String place(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
