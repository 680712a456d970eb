package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.FeatureSettings;

/// How a model is learnt.
///
/// @param features what it looks at
/// @param sentence weight of the vector of the whole sentence in [#withSentences]
/// @param cost of a mistake in training against large weights, C of the literature
/// @param positive how much more a missed topic costs than a wrong one
/// @param bayes from 0, plain features, to 1, features scaled by how unevenly the topic has them
/// @param folds into how many parts examples are cut for calibration, at least 2
/// @param threads 1 or more; the result is the same
public record TrainerSettings(
    FeatureSettings features,
    double sentence,
    double cost,
    double positive,
    double bayes,
    int folds,
    int threads) {

  private static final double NEIGHBOURS = 0.7;

  /// For posts with any number of topics; chosen by what was best on parts of `training` written in
  /// a manner that the learner had not seen.
  public static final TrainerSettings STANDARD =
      new TrainerSettings(new FeatureSettings(2, 1, 0.5), 1.4, 1, 1, 0.3, 5, 2);

  /// For short texts with exactly one topic each.
  public static final TrainerSettings SINGLE =
      new TrainerSettings(new FeatureSettings(4, 1, 0), 0.7, 0.5, 1, 0.5, 5, 2);

  /// The same with vectors of whole sentences, and with the examples nearest to a text, which is
  /// worth its time for short texts. Token vectors, which stand in for these, are left out.
  public TrainerSettings withSentences() {
    return new TrainerSettings(
        new FeatureSettings(features.longest(), 0, features.terms(), sentence, NEIGHBOURS),
        sentence,
        cost,
        positive,
        bayes,
        folds,
        threads);
  }

  public TrainerSettings {
    if (sentence <= 0
        || cost <= 0
        || positive <= 0
        || bayes < 0
        || bayes > 1
        || folds < 2
        || threads < 1) {
      throw new IllegalArgumentException(
          "sentence, cost and positive should be above 0, bayes 0 to 1, folds 2 or more, threads 1 or more");
    }
  }
}
