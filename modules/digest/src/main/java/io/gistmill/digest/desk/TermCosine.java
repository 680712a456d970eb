package io.gistmill.digest.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// How alike two lists of terms are that carry their weight in their low bits; see
/// [io.gistmill.domain.Fingerprint#terms()].
final class TermCosine {

  private static final int WEIGHT = 31;
  private static final int MEANING = 32;

  private TermCosine() {}

  /// Of all words.
  static double ofWords(List<Integer> ours, List<Integer> theirs) {
    return of(ours, theirs, term -> true);
  }

  /// Of the meanings that languages share.
  static double ofMeanings(List<Integer> ours, List<Integer> theirs) {
    return of(ours, theirs, term -> (term & MEANING) != 0);
  }

  private static double of(List<Integer> ours, List<Integer> theirs, IntPredicate counted) {
    Set<Integer> there = new HashSet<>(theirs);
    long shared = 0;
    for (int term : ours) {
      shared += counted.test(term) && there.contains(term) ? square(term) : 0;
    }
    return shared == 0
        ? 0
        : shared / Math.sqrt((double) squares(ours, counted) * squares(theirs, counted));
  }

  private static long squares(List<Integer> terms, IntPredicate counted) {
    long squares = 0;
    for (int term : terms) {
      squares += counted.test(term) ? square(term) : 0;
    }
    return squares;
  }

  private static long square(int term) {
    long weight = term & WEIGHT;
    return weight * weight;
  }
}
