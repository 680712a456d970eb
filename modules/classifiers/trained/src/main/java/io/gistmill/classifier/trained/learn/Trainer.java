package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Model;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Post;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Learns a model from labelled posts.
///
/// The same examples in the same order and the same settings give the same bytes, on every machine
/// and with any number of threads. Where every example has exactly one topic, so does every post
/// that the model sees.
public final class Trainer {

  private Trainer() {}

  /// @throws IllegalArgumentException when there is nothing to learn: fewer examples than folds, no
  ///   topics, or one topic that all have
  public static TrainedModel train(List<Example> examples, TrainerSettings settings) {
    return train(dataset(examples, settings));
  }

  /// Makes examples ready, for training and for measuring.
  ///
  /// @throws IllegalArgumentException when there is nothing to learn, or when sentences are asked
  ///   for and nothing here embeds them
  public static Dataset dataset(List<Example> examples, TrainerSettings settings) {
    return dataset(examples, settings, Sentences::of);
  }

  /// The same with vectors of sentences from elsewhere, such as those that were kept.
  ///
  /// @param sentences gives the vector of a post, as [Sentences#of] does
  public static Dataset dataset(
      List<Example> examples, TrainerSettings settings, Function<Post, byte[]> sentences) {
    check(examples, settings);
    return Dataset.of(examples, settings, sentences);
  }

  /// The same as of its examples.
  public static TrainedModel train(Dataset data) {
    TrainerSettings settings = data.settings();
    Corpus corpus = data.corpus();
    int[] folds = Folds.of(data.examples(), corpus, settings.folds());
    int[] all = IntStream.range(0, corpus.size()).toArray();
    var heldOut = new double[all.length][];
    for (int fold = 0; fold < settings.folds(); fold++) {
      int[] others = Folds.without(folds, fold, fold);
      if (others.length < all.length) {
        score(corpus, folds, fold, Linear.fit(corpus, others, settings), heldOut);
      }
    }
    Fit fit = Fit.of(corpus, all, Linear.fit(corpus, all, settings), heldOut, settings.threads());
    return model(data, fit);
  }

  /// Fills in the scores of one fold.
  static void score(Corpus corpus, int[] folds, int fold, Linear linear, double[][] scores) {
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] == fold) {
        scores[i] = linear.scores(corpus, i);
      }
    }
  }

  static void check(List<Example> examples, TrainerSettings settings) {
    if (examples.size() < settings.folds() * 2) {
      throw new IllegalArgumentException(
          "there are "
              + examples.size()
              + " examples; at least "
              + settings.folds() * 2
              + " are needed, and some dozens for each topic to be of use");
    }
    long topics =
        examples.stream().flatMap(example -> example.topics().stream()).distinct().count();
    boolean alike = examples.stream().map(Example::topics).distinct().count() == 1;
    if (topics == 0 || alike) {
      throw new IllegalArgumentException(
          "all examples have the same topics, so there is nothing to tell apart; add others");
    }
  }

  private static TrainedModel model(Dataset data, Fit fit) {
    Corpus corpus = data.corpus();
    Linear linear = fit.linear();
    return TrainedModel.of(
        Model.rounded(
            data.settings().features(),
            corpus.topics(),
            corpus.single(),
            linear.weighting().known(),
            linear.weighting().idf(),
            linear.weights(),
            Arrays.stream(fit.calibrations()).mapToDouble(Calibration::slope).toArray(),
            Arrays.stream(fit.calibrations()).mapToDouble(Calibration::constant).toArray(),
            fit.thresholds(),
            fit.stacking(),
            corpus.near().neighbours(corpus.rows(), data.examples())));
  }
}
