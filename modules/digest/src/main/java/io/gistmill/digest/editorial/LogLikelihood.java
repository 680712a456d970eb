package io.gistmill.digest.editorial;

import io.gistmill.domain.Fixed;

/// How surprising a count is beside another.
///
/// The log-likelihood ratio G² over a table of two by two, which also holds for small counts
/// (Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
/// Linguistics 19, 1993; for comparing two corpora: Rayson and Garside, 2000). With one degree of
/// freedom 10.83 is passed by chance once in a thousand.
final class LogLikelihood {

  private LogLikelihood() {}

  /// @param count how many of all have it
  /// @param before how many of allBefore had it
  /// @return never below zero; zero where shares are equal or one side is empty
  static Fixed of(long count, long all, long before, long allBefore) {
    if (all == 0 || allBefore == 0) {
      return Fixed.ZERO;
    }
    double g =
        part(count, all, count + before, all + allBefore)
            + part(before, allBefore, count + before, all + allBefore)
            + part(all - count, all, all + allBefore - count - before, all + allBefore)
            + part(
                allBefore - before, allBefore, all + allBefore - count - before, all + allBefore);
    return Fixed.of(Math.max(0, 2 * g));
  }

  /// StrictMath gives the same last bit everywhere.
  private static double part(long observed, long column, long row, long all) {
    if (observed == 0) {
      return 0;
    }
    double expected = (double) column * row / all;
    return observed * StrictMath.log(observed / expected);
  }
}
