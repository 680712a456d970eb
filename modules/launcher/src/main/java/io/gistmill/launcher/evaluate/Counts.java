package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How often a topic was given and was right. Means over readers need not be whole numbers.
///
/// @param right given, and rightly
/// @param wrong given, but wrongly
/// @param missed not given, but should have been
record Counts(double right, double wrong, double missed) {

  static final Counts NONE = new Counts(0, 0, 0);

  static Counts of(boolean given, boolean has) {
    return new Counts(given && has ? 1 : 0, given && !has ? 1 : 0, !given && has ? 1 : 0);
  }

  static Counts mean(List<Counts> all) {
    return new Counts(
        mean(all, Counts::right), mean(all, Counts::wrong), mean(all, Counts::missed));
  }

  private static double mean(List<Counts> all, ToDoubleFunction<Counts> part) {
    return all.stream().mapToDouble(part).average().orElse(0);
  }

  Counts plus(Counts other) {
    return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  /// How many should have been given.
  double support() {
    return right + missed;
  }

  Fixed precision() {
    return ratio(right, right + wrong);
  }

  Fixed recall() {
    return ratio(right, right + missed);
  }

  /// The harmonic mean of precision and recall.
  Fixed f1() {
    return ratio(2 * right, 2 * right + wrong + missed);
  }

  private static Fixed ratio(double part, double whole) {
    return whole == 0 ? Fixed.ZERO : Fixed.of(part / whole);
  }
}
