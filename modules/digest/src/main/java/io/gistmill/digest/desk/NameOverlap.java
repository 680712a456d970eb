package io.gistmill.digest.desk;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// What two posts name, side by side.
///
/// @param rarest weight of the rarest name of both, 0 for none
/// @param subject the same among what both are about
/// @param shared sum of the weights of what both name
/// @param all sum of the weights of what either names
/// @param rivals by how much that is rarer than what both are about which each is about and the
///   other does not name: the lesser of both, from 0
/// @param otherRelease whether both are about releases of one thing, and not about the same
record NameOverlap(int rarest, int subject, int shared, int all, int rivals, boolean otherRelease) {

  private static final char TITLE = '《';
  private static final char MENTION = '@';

  /// @param weights of names of the first post
  static NameOverlap of(Fingerprint one, Fingerprint other, ToIntFunction<Name> weights) {
    SortedMap<String, Name> ours = byName(one);
    SortedMap<String, Name> theirs = byName(other);
    int rarest = 0;
    int subject = 0;
    int common = 0;
    int shared = 0;
    int all = theirs.values().stream().mapToInt(Name::weight).sum();
    for (Name name : ours.values()) {
      int weight = weights.applyAsInt(name);
      Name same = theirs.get(name.name());
      if (same == null) {
        all += weight;
      } else {
        shared += weight;
        all += weight - same.weight();
        rarest = Math.max(rarest, weight);
        if (name.subject() && same.subject()) {
          subject = Math.max(subject, weight);
          common = Math.max(common, name.weight());
        }
      }
    }
    return new NameOverlap(
        rarest,
        subject,
        shared,
        all,
        Math.max(0, Math.min(rarestAlone(ours, theirs), rarestAlone(theirs, ours)) - common),
        areOtherReleases(releases(ours), releases(theirs)));
  }

  private static SortedMap<String, Name> byName(Fingerprint fingerprint) {
    SortedMap<String, Name> names = new TreeMap<>();
    fingerprint.names().forEach(name -> names.putIfAbsent(name.name(), name));
    return names;
  }

  private static int rarestAlone(SortedMap<String, Name> names, SortedMap<String, Name> others) {
    return names.values().stream()
        .filter(name -> name.subject() && isThing(name) && !others.containsKey(name.name()))
        .mapToInt(Name::weight)
        .max()
        .orElse(0);
  }

  static boolean isThing(Name name) {
    char first = name.name().charAt(0);
    return first != TITLE && first != MENTION;
  }

  private static boolean areOtherReleases(
      SortedMap<String, SortedSet<String>> ours, SortedMap<String, SortedSet<String>> theirs) {
    boolean other = false;
    for (Map.Entry<String, SortedSet<String>> entry : ours.entrySet()) {
      SortedSet<String> there = theirs.getOrDefault(entry.getKey(), new TreeSet<>());
      if (there.stream().anyMatch(entry.getValue()::contains)) {
        return false;
      }
      other |= !there.isEmpty();
    }
    return other;
  }

  private static SortedMap<String, SortedSet<String>> releases(SortedMap<String, Name> names) {
    SortedMap<String, SortedSet<String>> releases = new TreeMap<>();
    for (Name name : names.values()) {
      int slash = name.name().indexOf('/');
      if (slash > 0 && name.subject()) {
        releases
            .computeIfAbsent(name.name().substring(0, slash), key -> new TreeSet<>())
            .add(name.name().substring(slash + 1));
      }
    }
    return releases;
  }
}
