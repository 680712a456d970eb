package io.gistmill.digest.desk;

import java.util.Locale;

/// How often pairs were taken for one story, and rightly so.
final class PairCounts {

  private int right;
  private int wrong;
  private int missed;

  void add(boolean same, boolean joined) {
    right += same && joined ? 1 : 0;
    wrong += !same && joined ? 1 : 0;
    missed += same && !joined ? 1 : 0;
  }

  int wrong() {
    return wrong;
  }

  double precision() {
    return right + wrong == 0 ? 1 : right / (double) (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 1 : right / (double) (right + missed);
  }

  double f1() {
    return 2.0 * right / (2.0 * right + wrong + missed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "right %d, wrong %d, missed %d: precision %.3f, recall %.3f, F1 %.3f",
        right,
        wrong,
        missed,
        precision(),
        recall(),
        f1());
  }
}
