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
/// @param mention the same among what one of them is about
/// @param subject the same among what both are about
/// @param shared sum of the weights of what both name
/// @param all sum of the weights of what either names
/// @param own how rare that is which each is about and the other does not name: the lesser and the
///   greater of both
/// @param rivals by how much the lesser is rarer than what both are about, from 0
/// @param sameRelease whether both name the same release of something
/// @param otherRelease whether both are about releases of one thing, and not about the same
record NameOverlap(
    int rarest,
    int second,
    int third,
    int mention,
    int subject,
    int shared,
    int all,
    Own own,
    int rivals,
    boolean sameRelease,
    boolean otherRelease) {

  private static final char TITLE = '《';
  private static final char MENTION = '@';

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
        common.rarest[0],
        common.rarest[1],
        common.rarest[2],
        common.mention,
        common.subject,
        common.shared,
        all,
        own,
        Math.max(0, own.lesser() - common.plainSubject),
        common.release,
        areOtherReleases(releases(ours), releases(theirs)));
  }

  /// Names of both.
  private static final class CommonNames {
    private final int[] rarest = new int[3];
    private int mention;
    private int subject;
    private int plainSubject;
    private int shared;
    private boolean release;

    void add(Name ours, Name theirs, int weight) {
      shared += weight;
      release |= ours.name().indexOf('/') > 0;
      if (ours.subject() || theirs.subject()) {
        mention = Math.max(mention, weight);
      }
      if (ours.subject() && theirs.subject()) {
        subject = Math.max(subject, weight);
        plainSubject = Math.max(plainSubject, ours.weight());
      }
      int left = weight;
      for (int i = 0; i < rarest.length; i++) {
        int before = rarest[i];
        rarest[i] = Math.max(before, left);
        left = Math.min(before, left);
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
