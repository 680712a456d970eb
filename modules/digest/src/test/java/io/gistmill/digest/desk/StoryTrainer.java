package io.gistmill.digest.desk;

import io.gistmill.digest.desk.StoryRows.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Learns the weights of the [StoryModel]: logistic regression with a ridge, by gradient descent
/// with momentum from zero in a fixed number of steps, so that the same pairs give the same
/// weights.
///
/// A weight whose sign would speak against its feature is held at zero: of few pairs, no accident
/// should teach that a shared link parts two posts.
final class StoryTrainer {

  /// By how much a score must be better than even odds: a wrong story is worse than a second one.
  static final double MARGIN = 1.0;

  private static final int STEPS = 4_000;
  private static final double RATE = 0.2;
  private static final double MOMENTUM = 0.9;
  private static final double RIDGE = 0.0005;
  private static final double COST_OF_STRANGER = 0.3;

  /// Two releases of one thing are two stories, which few groups of the corpus show.
  private static final double MOST_FOR_OTHER_RELEASE = -1;

  private static final Set<Feature> AGAINST =
      Set.of(
          Feature.OTHER_RELEASE,
          Feature.RIVALS,
          Feature.OTHER_TOPICS,
          Feature.WEEK,
          Feature.SAME_AUTHOR);
  private static final Set<Feature> FREE = Set.of(Feature.ALWAYS, Feature.ACROSS);

  private final Feature[] features = Feature.values();
  private final double[][] x;
  private final double[] y;
  private final double[] costs;
  private final double[] weights = new double[features.length];

  private StoryTrainer(List<Row> rows) {
    this.x = new double[rows.size()][features.length];
    this.y = new double[rows.size()];
    this.costs = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (Feature feature : features) {
        x[i][feature.ordinal()] = row.value(feature);
      }
      y[i] = row.same() ? 1 : 0;
      costs[i] = row.labelled() ? 1 : COST_OF_STRANGER;
    }
  }

  /// @return weights in thousandths
  static Map<Feature, Double> train(List<Row> rows) {
    var trainer = new StoryTrainer(rows.stream().filter(Row::isCandidate).toList());
    trainer.descend();
    Map<Feature, Double> learnt = new EnumMap<>(Feature.class);
    for (Feature feature : trainer.features) {
      double margin = feature == Feature.ALWAYS ? MARGIN : 0;
      double weight = trainer.weights[feature.ordinal()] - margin;
      learnt.put(feature, Math.round(weight * 1000) / 1000.0);
    }
    return learnt;
  }

  private void descend() {
    double total = 0;
    for (double cost : costs) {
      total += cost;
    }
    var velocity = new double[weights.length];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient();
      for (int j = 0; j < weights.length; j++) {
        boolean intercept = features[j] == Feature.ALWAYS;
        double slope = gradient[j] / total + (intercept ? 0 : RIDGE * weights[j]);
        velocity[j] = MOMENTUM * velocity[j] - RATE * slope;
        weights[j] = held(features[j], weights[j] + velocity[j]);
      }
    }
  }

  private double[] gradient() {
    var gradient = new double[weights.length];
    for (int i = 0; i < x.length; i++) {
      double score = 0;
      for (int j = 0; j < weights.length; j++) {
        score += weights[j] * x[i][j];
      }
      double error = costs[i] * (1 / (1 + StrictMath.exp(-score)) - y[i]);
      for (int j = 0; j < weights.length; j++) {
        gradient[j] += error * x[i][j];
      }
    }
    return gradient;
  }

  private static double held(Feature feature, double weight) {
    if (FREE.contains(feature)) {
      return weight;
    }
    if (feature == Feature.OTHER_RELEASE) {
      return Math.min(MOST_FOR_OTHER_RELEASE, weight);
    }
    return AGAINST.contains(feature) ? Math.min(0, weight) : Math.max(0, weight);
  }
}
