package io.gistmill.digest.desk;

import java.util.List;
import java.util.function.IntPredicate;

/// How alike two sorted lists of terms are that carry their weight in their low bits; see
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
    long shared = 0;
    int there = 0;
    for (int term : ours) {
      while (there < theirs.size() && theirs.get(there) < term) {
        there++;
      }
      boolean both = there < theirs.size() && theirs.get(there) == term;
      shared += both && counted.test(term) ? square(term) : 0;
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
