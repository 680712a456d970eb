package io.gistmill.digest.desk.brief;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much of an editor's title an excerpt would say: a weighted sum of its features. The weights
/// were learnt from posts that editors headed; the file lists them by feature, in millionths.
record ExcerptWeights(int[] weights) {

  private static final ExcerptWeights SHIPPED = read();

  /// Of two excerpts that promise the same the earlier one, and of those the longer.
  private static final Comparator<Promise> ORDER =
      Comparator.comparingLong(Promise::worth)
          .thenComparing(promise -> promise.excerpt().from(), Comparator.reverseOrder())
          .thenComparing(promise -> promise.excerpt().to());

  private record Promise(Excerpt excerpt, long worth) {}

  static ExcerptWeights shipped() {
    return SHIPPED;
  }

  /// The excerpt that promises most.
  Optional<Excerpt> best(List<Excerpt> excerpts) {
    return excerpts.stream()
        .map(excerpt -> new Promise(excerpt, worth(excerpt)))
        .max(ORDER)
        .map(Promise::excerpt);
  }

  private long worth(Excerpt excerpt) {
    long sum = 0;
    for (ExcerptFeature feature : ExcerptFeature.values()) {
      sum += (long) weights[feature.ordinal()] * feature.of(excerpt);
    }
    return sum;
  }

  private static ExcerptWeights read() {
    var weights = new int[ExcerptFeature.values().length];
    WeightTable.read(ExcerptWeights.class, "headline-weights.tsv")
        .forEach(
            (name, weight) ->
                weights[ExcerptFeature.valueOf(name).ordinal()] = Integer.parseInt(weight));
    return new ExcerptWeights(weights);
  }
}
