package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where the names of one post were seen.
final class Sightings {

  /// So many names are enough to tell a post; what weighs least is left out.
  static final int MOST = 24;

  /// In UTF-16 units; what is longer is no name.
  private static final int LONGEST = 64;

  private final SortedMap<String, Seen> seen = new TreeMap<>();
  private final Folded words;

  Sightings(Folded words) {
    this.words = words;
  }

  private record Seen(int times, int last, boolean head) {}

  /// @param at offset in the text
  void add(String name, int at) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return;
    }
    boolean own = at < words.own();
    boolean head = at < words.head();
    seen.merge(
        name,
        new Seen(own ? 1 : 0, at, head),
        (before, now) ->
            before.last() == at
                ? before
                : new Seen(before.times() + now.times(), at, before.head() || now.head()));
  }

  /// Of something that is a subject wherever it stands.
  void addSubject(String name) {
    seen.merge(name, new Seen(2, -1, true), (before, now) -> now);
  }

  void addOther(String name) {
    seen.putIfAbsent(name, new Seen(0, -1, false));
  }

  /// All of them.
  SortedSet<String> names() {
    return new TreeSet<>(seen.keySet());
  }

  /// Subjects first, then the rarest.
  List<Name> names(Background background) {
    return seen.entrySet().stream()
        .map(
            entry ->
                new Name(
                    entry.getKey(),
                    background.weightOfName(entry.getKey()),
                    entry.getValue().head() || entry.getValue().times() > 1))
        .sorted(
            Comparator.comparing(Name::subject)
                .thenComparing(Name::weight)
                .reversed()
                .thenComparing(Name::name))
        .limit(MOST)
        .toList();
  }
}
