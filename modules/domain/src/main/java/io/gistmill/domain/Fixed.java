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

  /// Rounds half up to six places.
  ///
  /// @throws IllegalArgumentException when the number is infinite or not a number
  public static Fixed of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
    return of(BigDecimal.valueOf(number));
  }

  /// Rounds half up to six places.
  public static Fixed of(BigDecimal number) {
    return new Fixed(number.setScale(6, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  public Fixed plus(Fixed other) {
    return new Fixed(Math.addExact(micros, other.micros));
  }

  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(micros, 6);
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
