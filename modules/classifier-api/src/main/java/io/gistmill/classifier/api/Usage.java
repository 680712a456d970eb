package io.gistmill.classifier.api;

import java.util.Objects;
import java.util.OptionalDouble;

/// What a classifier has used of something that costs, such as the tokens of a day.
///
/// @param unit lower-case letters and dashes: `tokens`, `money`
/// @param used since the limit began to count, zero or more and finite
/// @param limit at which it is not used any more; empty for none
public record Usage(String unit, double used, OptionalDouble limit) {

  public Usage {
    if (!unit.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("a unit should hold lower-case letters: '" + unit + "'");
    }
    if (!Double.isFinite(used) || used < 0) {
      throw new IllegalArgumentException(
          "what was used should be zero or more, and finite: " + used);
    }
    Objects.requireNonNull(limit, "limit; where there is none, it is OptionalDouble.empty()");
  }
}
