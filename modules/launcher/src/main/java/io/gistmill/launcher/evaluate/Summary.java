package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.function.Function;

/// Comparisons with one reader or several, as their mean.
///
/// @param f1 of all topics together
/// @param macroF1 the mean of the topics that a reader gave at least once
/// @param exact the share of posts with the same topics
public record Summary(Fixed precision, Fixed recall, Fixed f1, Fixed macroF1, Fixed exact) {

  static Summary of(List<Comparison> comparisons) {
    return new Summary(
        mean(comparisons, one -> one.micro().precision()),
        mean(comparisons, one -> one.micro().recall()),
        mean(comparisons, one -> one.micro().f1()),
        mean(comparisons, Comparison::macroF1),
        mean(comparisons, Comparison::exactShare));
  }

  private static Fixed mean(List<Comparison> comparisons, Function<Comparison, Fixed> figure) {
    return Fixed.of(
        comparisons.stream()
            .mapToDouble(one -> figure.apply(one).micros() / 1e6)
            .average()
            .orElse(0));
  }
}
