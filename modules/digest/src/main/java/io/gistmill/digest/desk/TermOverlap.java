package io.gistmill.digest.desk;

import java.util.List;

/// What two sorted lists of terms have in common that carry their weight in their low bits; see
/// [io.gistmill.domain.Fingerprint#terms()].
///
/// @param sum of what the weights of common terms are above that of an everyday word
/// @param rarest of the common terms
/// @param common sum of the squares of the weights of common terms
/// @param ours the same of all terms of the first
/// @param theirs the same of all terms of the second
record TermOverlap(int sum, Rarest rarest, long common, long ours, long theirs) {

  private static final int WEIGHT = 31;
  private static final int MEANING = 32;

  /// What an everyday word weighs, in half bits.
  static final int EVERYDAY = 6;

  /// Where the hash begins that says which term it is.
  static final int HASH = 6;

  /// Of words of one language.
  static TermOverlap ofWords(List<Integer> ours, List<Integer> theirs) {
    return of(ours, theirs, 0);
  }

  /// Of the meanings that languages share.
  static TermOverlap ofMeanings(List<Integer> ours, List<Integer> theirs) {
    return of(ours, theirs, MEANING);
  }

  /// Whether a term is one that languages share.
  static boolean isMeaning(int term) {
    return kind(term) == MEANING;
  }

  private static int kind(int term) {
    return term & MEANING;
  }

  /// In half bits.
  static int weight(int term) {
    return term & WEIGHT;
  }

  /// 1 for the same terms.
  double cosine() {
    return common == 0 ? 0 : common / Math.sqrt((double) ours * theirs);
  }

  /// 1 where one has all terms of the other.
  double contained() {
    return common == 0 ? 0 : common / (double) Math.min(ours, theirs);
  }

  private static TermOverlap of(List<Integer> ours, List<Integer> theirs, int kind) {
    var counts = new int[WEIGHT + 1];
    int there = 0;
    for (int term : ours) {
      while (there < theirs.size() && theirs.get(there) < term) {
        there++;
      }
      if (kind(term) == kind && there < theirs.size() && theirs.get(there) == term) {
        counts[weight(term)]++;
      }
    }
    return of(counts, squares(ours, kind), squares(theirs, kind));
  }

  /// @param counts of common terms by weight
  private static TermOverlap of(int[] counts, long ours, long theirs) {
    int sum = 0;
    long common = 0;
    Rarest rarest = Rarest.NOTHING;
    for (int weight = WEIGHT; weight > 0; weight--) {
      sum += counts[weight] * Math.max(0, weight - EVERYDAY);
      common += (long) counts[weight] * weight * weight;
      for (int i = 0; i < Math.min(2, counts[weight]); i++) {
        rarest = rarest.with(weight);
      }
    }
    return new TermOverlap(sum, rarest, common, ours, theirs);
  }

  private static long squares(List<Integer> terms, int kind) {
    long squares = 0;
    for (int term : terms) {
      long weight = weight(term);
      squares += kind(term) == kind ? weight * weight : 0;
    }
    return squares;
  }
}
