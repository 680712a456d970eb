package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Says how good the models are that a trainer makes: each example is judged by a model that has
/// not seen it, nor anything much like it. All that is learnt, from the rarity of grams to
/// thresholds, is learnt without it.
public final class CrossValidation {

  /// What was said of an example by a model that had not seen it.
  ///
  /// @param confidences of every topic
  /// @param given the topics that a reader would get
  public record Prediction(
      Example example, SortedMap<String, Fixed> confidences, SortedSet<String> given) {

    public Prediction {
      confidences = Collections.unmodifiableSortedMap(new TreeMap<>(confidences));
      given = Collections.unmodifiableSortedSet(new TreeSet<>(given));
    }
  }

  private final Corpus corpus;
  private final List<Example> examples;
  private final int[] folds;
  private final int count;
  private final TrainerSettings settings;

  private CrossValidation(Dataset data, int count) {
    this.examples = data.examples();
    this.settings = data.settings();
    this.count = count;
    this.corpus = data.corpus();
    this.folds = Folds.of(examples, corpus, count);
  }

  /// @param folds how many models are made, each from all examples but one part, at least 3
  /// @return one prediction for each example, in their order
  public static List<Prediction> run(List<Example> examples, TrainerSettings settings, int folds) {
    return run(Trainer.dataset(examples, settings), folds);
  }

  /// The same of examples that are numbers already.
  public static List<Prediction> run(Dataset data, int folds) {
    return new CrossValidation(data, folds).run();
  }

  private List<Prediction> run() {
    double[][][] inner = innerScores();
    var predictions = new Prediction[examples.size()];
    for (int fold = 0; fold < count; fold++) {
      predict(fold, inner[fold], predictions);
    }
    return List.of(predictions);
  }

  /// The scores by which the model of each fold is calibrated. A scorer that learnt without the
  /// folds f and g scores g for the model that must not see f, and f for the one that must not see
  /// g.
  ///
  /// @return by fold, then by example, then by topic
  private double[][][] innerScores() {
    var scores = new double[count][examples.size()][];
    for (int f = 0; f < count; f++) {
      for (int g = f + 1; g < count; g++) {
        Linear linear = Linear.fit(corpus, Folds.without(folds, f, g), settings);
        Trainer.score(corpus, folds, g, linear, scores[f]);
        Trainer.score(corpus, folds, f, linear, scores[g]);
      }
    }
    return scores;
  }

  private void predict(int fold, double[][] inner, Prediction[] predictions) {
    int[] others = Folds.without(folds, fold, fold);
    var heldOut = new double[others.length][];
    for (int i = 0; i < others.length; i++) {
      heldOut[i] = inner[others[i]];
    }
    Fit fit =
        Fit.of(corpus, others, Linear.fit(corpus, others, settings), heldOut, settings.threads());
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] == fold) {
        predictions[i] = prediction(fit, i);
      }
    }
  }

  private Prediction prediction(Fit fit, int i) {
    double[] probabilities = fit.probabilities(fit.linear().scores(corpus, i));
    boolean[] given = fit.given(probabilities);
    var confidences = new TreeMap<String, Fixed>();
    var names = new TreeSet<String>();
    for (int topic = 0; topic < given.length; topic++) {
      confidences.put(corpus.topics().get(topic), Fixed.of(probabilities[topic]));
      if (given[topic]) {
        names.add(corpus.topics().get(topic));
      }
    }
    return new Prediction(examples.get(i), confidences, names);
  }

  /// Sums predictions up.
  public static Quality quality(List<Prediction> predictions) {
    return Quality.of(new ArrayList<>(predictions));
  }
}
