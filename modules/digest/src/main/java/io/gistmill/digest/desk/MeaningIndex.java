package io.gistmill.digest.desk;

import io.gistmill.domain.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds posts that use the same telling meanings, in whatever language: two posts that tell one
/// story need not name the same.
///
/// As in the [NameIndex], a round-up is filed nowhere and finds nothing. Any other post is filed
/// under its sixteen most telling meanings.
final class MeaningIndex {

  static final int MEANINGS_PER_POST = 16;
  static final int CANDIDATES = 8;

  private MeaningIndex() {}

  static Postings postings(DeskTables tables) {
    return new Postings(tables.meanings(), MeaningIndex::keys);
  }

  /// Ids of the posts that share the most telling meanings, best first. A meaning of everyday use
  /// leads nowhere.
  static List<String> candidates(Fingerprint fingerprint, Postings.Lookup lookup) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (int term : filed(fingerprint)) {
      String key = key(term);
      int weight = lookup.weight(key, TermOverlap.weight(term)) - TermOverlap.EVERYDAY;
      if (weight > 0) {
        lookup.newest(key).forEach(post -> weights.merge(post, weight, Integer::sum));
      }
    }
    return Postings.heaviest(weights, CANDIDATES);
  }

  private static List<String> keys(Fingerprint fingerprint) {
    return filed(fingerprint).stream().map(MeaningIndex::key).distinct().toList();
  }

  /// The same whatever the meaning weighs.
  private static String key(int term) {
    return Integer.toHexString(term >>> TermOverlap.HASH);
  }

  private static List<Integer> filed(Fingerprint fingerprint) {
    if (NameIndex.isRoundUp(fingerprint)) {
      return List.of();
    }
    return fingerprint.terms().stream()
        .filter(TermOverlap::isMeaning)
        .sorted(
            Comparator.comparingInt(TermOverlap::weight)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(MEANINGS_PER_POST)
        .toList();
  }
}
