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
/// @param rarest of the names of both
/// @param subject weight of the rarest name that both are about, 0 for none
/// @param shared sum of the weights of what both name
/// @param all sum of the weights of what either names
/// @param own how rare that is which each is about and the other does not name: the lesser and the
///   greater of both
/// @param rivals by how much the lesser is rarer than what both are about, from 0
/// @param otherRelease whether both are about releases of one thing, and not about the same
record NameOverlap(
    Rarest rarest, int subject, int shared, int all, Own own, int rivals, boolean otherRelease) {

  private static final char TITLE = '《';
  private static final char MENTION = '@';

  /// @param lesser of the two weights, 0 where one has nothing of its own
  /// @param greater of the two
  record Own(int lesser, int greater) {}

  /// @param weights of names of the first post
  static NameOverlap of(Fingerprint one, Fingerprint other, ToIntFunction<Name> weights) {
    SortedMap<String, Name> ours = byName(one);
    SortedMap<String, Name> theirs = byName(other);
    var common = new CommonNames();
    int all = theirs.values().stream().mapToInt(Name::weight).sum();
    for (Name name : ours.values()) {
      int weight = weights.applyAsInt(name);
      Name same = theirs.get(name.name());
      all += same == null ? weight : weight - same.weight();
      if (same != null) {
        common.add(name, same, weight);
      }
    }
    Own own = own(rarestAlone(ours, theirs), rarestAlone(theirs, ours));
    return new NameOverlap(
        common.rarest,
        common.subject,
        common.shared,
        all,
        own,
        Math.max(0, own.lesser() - common.plainSubject),
        areOtherReleases(releases(ours), releases(theirs)));
  }

  /// Names of both.
  private static final class CommonNames {
    private Rarest rarest = Rarest.NOTHING;
    private int subject;
    private int plainSubject;
    private int shared;

    void add(Name ours, Name theirs, int weight) {
      shared += weight;
      rarest = rarest.with(weight);
      if (ours.subject() && theirs.subject()) {
        subject = Math.max(subject, weight);
        plainSubject = Math.max(plainSubject, ours.weight());
      }
    }
  }

  private static Own own(int ours, int theirs) {
    return new Own(Math.min(ours, theirs), Math.max(ours, theirs));
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
