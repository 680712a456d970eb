package io.gistmill.digest.desk;

import io.gistmill.digest.desk.brief.WeightTable;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Name;
import java.util.EnumMap;
import java.util.Map;

/// Decides whether two posts tell one story: a logistic model over the values of [Comparison].
///
/// The weights were learnt from labelled pairs; see `training/stories`. A score is the logarithm of
/// the odds that a pair tells one story, above what is asked for.
final class StoryModel {

  private static final String FILE = "story-model.tsv";
  private static final double LEAST_RARE = NameIndex.LEAST_RARE / (double) Name.MAX_WEIGHT;
  private static final StoryModel SHIPPED = read();

  static final Fixed APART = new Fixed(Long.MIN_VALUE);

  private final Map<Feature, Double> weights;

  StoryModel(Map<Feature, Double> weights) {
    this.weights = new EnumMap<>(weights);
  }

  static StoryModel shipped() {
    return SHIPPED;
  }

  /// @return zero or more when the two tell one story; [#APART] when they share no rare name and no
  ///   link, whatever else they have in common: of such pairs nothing was learnt
  Fixed score(Map<Feature, Double> values) {
    if (!areComparable(values)) {
      return APART;
    }
    double score = 0;
    for (Feature feature : Feature.values()) {
      score += weights.getOrDefault(feature, 0.0) * values.getOrDefault(feature, 0.0);
    }
    return Fixed.of(score);
  }

  static boolean areComparable(Map<Feature, Double> values) {
    return values.getOrDefault(Feature.LINK, 0.0) > 0
        || values.getOrDefault(Feature.RAREST_NAME, 0.0) >= LEAST_RARE;
  }

  private static StoryModel read() {
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    WeightTable.read(StoryModel.class, FILE)
        .forEach((name, weight) -> weights.put(Feature.valueOf(name), Double.valueOf(weight)));
    return new StoryModel(weights);
  }
}
