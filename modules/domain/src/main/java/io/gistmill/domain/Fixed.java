package io.gistmill.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A decimal number with six places, held exactly.
///
/// Whatever a model computes in floating point is turned into a `Fixed` before it is compared,
/// sorted or written, so that two machines never disagree over the last bit.
///
/// @param micros the number in millionths
public record Fixed(long micros) implements Comparable<Fixed> {

  public static final Fixed ZERO = new Fixed(0);
  public static final Fixed ONE = new Fixed(1_000_000);

  private static final int PLACES = 6;
  private static final int MAX_INTEGER_DIGITS = 13;

  /// Below this many millionths, floating point is off by less than [#NEAR_A_HALF].
  private static final double SMALL = 1e12;

  private static final double NEAR_A_HALF = 0.001;

  /// Rounds half up to six places.
  ///
  /// @throws IllegalArgumentException when the number is infinite or not a number
  public static Fixed of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
    double micros = number * ONE.micros;
    double nearest = Math.rint(micros);
    boolean clear = Math.abs(micros - nearest) < 0.5 - NEAR_A_HALF;
    return clear && Math.abs(micros) < SMALL
        ? new Fixed((long) nearest)
        : of(BigDecimal.valueOf(number));
  }

  /// Rounds half up to six places.
  ///
  /// @throws ArithmeticException when the number does not fit
  public static Fixed of(BigDecimal number) {
    // Looked at first: writing out 1e999999999 would take minutes and gigabytes.
    long integerDigits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || integerDigits < -PLACES) {
      return ZERO;
    }
    if (integerDigits > MAX_INTEGER_DIGITS) {
      throw new ArithmeticException(
          "a fixed number has at most " + MAX_INTEGER_DIGITS + " digits before the point");
    }
    return new Fixed(
        number.setScale(PLACES, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  public Fixed plus(Fixed other) {
    return new Fixed(Math.addExact(micros, other.micros));
  }

  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(micros, PLACES);
  }

  /// Without zeros at the end, and without an exponent.
  public BigDecimal toShortestDecimal() {
    BigDecimal decimal = toDecimal().stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  @Override
  public int compareTo(Fixed other) {
    return Long.compare(micros, other.micros);
  }

  /// The shortest decimal text, without trailing zeros: `0.93`.
  @Override
  public String toString() {
    return micros == 0 ? "0" : toDecimal().stripTrailingZeros().toPlainString();
  }
}
