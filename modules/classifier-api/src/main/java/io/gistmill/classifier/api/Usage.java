package io.gistmill.classifier.api;

import java.util.OptionalDouble;

/// What a classifier has used of something that costs, such as the tokens of a day.
///
/// @param unit lower-case letters and dashes: `tokens`, `money`
/// @param used since the limit began to count, zero or more
/// @param limit at which it is not used any more; empty for none
public record Usage(String unit, double used, OptionalDouble limit) {

  public Usage {
    if (!unit.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("a unit should hold lower-case letters: '" + unit + "'");
    }
  }
}
