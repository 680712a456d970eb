package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Fixed;

/// How probable it is that an editor would use a sentence: a logistic curve over the weighted sum
/// of its features. The weights were learnt from posts that editors marked and headed; the files
/// list them by feature, in thousandths.
record SentenceWeights(int[] weights) {

  private static final double SCALE = 1_000_000;
  private static final SentenceFeature[] FEATURES = SentenceFeature.values();

  /// Of sentences that an editor would quote; others where a classifier has told of the text, too.
  static SentenceWeights forSummaries(Emphasis emphasis) {
    return emphasis.known() ? Shipped.EMPHASISED : Shipped.PLAIN;
  }

  private static final class Shipped {
    static final SentenceWeights PLAIN = read("summary-weights.tsv");
    static final SentenceWeights EMPHASISED = read("emphasised-summary-weights.tsv");
  }

  private static SentenceWeights read(String file) {
    var weights = new int[SentenceFeature.values().length];
    WeightTable.read(SentenceWeights.class, file)
        .forEach(
            (name, weight) ->
                weights[SentenceFeature.valueOf(name).ordinal()] = Integer.parseInt(weight));
    return new SentenceWeights(weights);
  }

  Weighed weigh(SentenceView view) {
    return new Weighed(view, probability(view));
  }

  private Fixed probability(SentenceView view) {
    long sum = 0;
    for (SentenceFeature feature : FEATURES) {
      int weight = weights[feature.ordinal()];
      sum += weight == 0 ? 0 : (long) weight * feature.of(view);
    }
    return Fixed.of(1 / (1 + StrictMath.exp(-sum / SCALE)));
  }
}
