package io.gistmill.digest.desk;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds posts that name the same.
///
/// A round-up is about no thing in particular and is filed nowhere. Any other post is filed under
/// its eight most telling names.
final class NameIndex {

  static final int NAMES_PER_POST = 8;
  static final int CANDIDATES = 6;

  private static final int SUBJECTS_OF_A_ROUND_UP = 7;

  /// Only what no more than one post in ninety names is counted: a post on one thing may well name
  /// several that everybody knows.
  private static final int LEAST_OF_A_ROUND_UP = 13;

  /// Names of everyday use lead nowhere.
  private static final int LEAST_WEIGHT = 8;

  /// What two posts must have in common to be compared: names that together are no more frequent
  /// than one post in a hundred and thirty.
  static final int LEAST_SHARED = 14;

  /// One of them no more frequent than one post in thirty.
  static final int LEAST_RARE = 10;

  private NameIndex() {}

  static Postings postings(DeskTables tables) {
    return new Postings(tables.names(), NameIndex::keys);
  }

  /// As the posts within the HORIZON have it: at most what the name weighed where it was found.
  static int weight(Name name, Postings.Lookup lookup) {
    return lookup.weight(name.name(), name.weight());
  }

  /// Ids of the posts that share the most telling names, best first.
  static List<String> candidates(Fingerprint fingerprint, Postings.Lookup lookup) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    SortedSet<String> rare = new TreeSet<>();
    for (Name name : filed(fingerprint)) {
      int weight = weight(name, lookup);
      List<String> newest = lookup.newest(name.name());
      newest.forEach(post -> weights.merge(post, weight, Integer::sum));
      if (weight >= LEAST_RARE) {
        rare.addAll(newest);
      }
    }
    weights.values().removeIf(weight -> weight < LEAST_SHARED);
    weights.keySet().retainAll(rare);
    return Postings.heaviest(weights, CANDIDATES);
  }

  private static List<String> keys(Fingerprint fingerprint) {
    return filed(fingerprint).stream().map(Name::name).distinct().toList();
  }

  private static List<Name> filed(Fingerprint fingerprint) {
    return isRoundUp(fingerprint) ? List.of() : mostTelling(fingerprint);
  }

  /// Whether a post is about so many things that it is about none of them in particular.
  static boolean isRoundUp(Fingerprint fingerprint) {
    return fingerprint.names().stream()
            .filter(name -> name.subject() && name.weight() >= LEAST_OF_A_ROUND_UP)
            .filter(name -> name.name().indexOf('/') < 0 && NameOverlap.isThing(name))
            .count()
        >= SUBJECTS_OF_A_ROUND_UP;
  }

  private static List<Name> mostTelling(Fingerprint fingerprint) {
    return fingerprint.names().stream()
        .filter(name -> name.weight() >= LEAST_WEIGHT)
        .limit(NAMES_PER_POST)
        .toList();
  }
}
