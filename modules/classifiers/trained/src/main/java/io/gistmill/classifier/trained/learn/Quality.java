package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.learn.CrossValidation.Prediction;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How good predictions are.
///
/// @param accuracy the share of examples whose topics are given exactly
/// @param calibrationError by how much confidences and what comes true differ on average, over ten
///   bins of confidence (the expected calibration error of Naeini, Cooper and Hauskrecht, 2015)
/// @param topics by slug
public record Quality(
    Counts micro,
    double macroF1,
    double accuracy,
    double calibrationError,
    SortedMap<String, Counts> topics) {

  /// @param right given, and rightly
  /// @param wrong given, but wrongly
  /// @param missed not given, but should have been
  public record Counts(int right, int wrong, int missed) {

    public double precision() {
      return right + wrong == 0 ? 0 : (double) right / (right + wrong);
    }

    public double recall() {
      return right + missed == 0 ? 0 : (double) right / (right + missed);
    }

    public double f1() {
      int all = 2 * right + wrong + missed;
      return all == 0 ? 0 : 2.0 * right / all;
    }

    Counts plus(boolean given, boolean has) {
      return new Counts(
          right + (given && has ? 1 : 0),
          wrong + (given && !has ? 1 : 0),
          missed + (!given && has ? 1 : 0));
    }

    Counts plus(Counts other) {
      return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
    }
  }

  static Quality of(List<Prediction> predictions) {
    var topics = new TreeMap<String, Counts>();
    int exact = 0;
    for (Prediction prediction : predictions) {
      for (String topic : prediction.confidences().keySet()) {
        Counts before = topics.getOrDefault(topic, new Counts(0, 0, 0));
        topics.put(
            topic,
            before.plus(
                prediction.given().contains(topic), prediction.example().topics().contains(topic)));
      }
      exact += prediction.given().equals(prediction.example().topics()) ? 1 : 0;
    }
    Counts micro = topics.values().stream().reduce(new Counts(0, 0, 0), Counts::plus);
    double macro = topics.values().stream().mapToDouble(Counts::f1).average().orElse(0);
    return new Quality(
        micro, macro, (double) exact / predictions.size(), calibrationError(predictions), topics);
  }

  private static double calibrationError(List<Prediction> predictions) {
    var said = new double[10];
    var came = new double[10];
    int all = 0;
    for (Prediction prediction : predictions) {
      for (var entry : prediction.confidences().entrySet()) {
        int bin = (int) Math.min(9, entry.getValue().micros() / 100_000);
        said[bin] += entry.getValue().micros() / 1e6;
        came[bin] += prediction.example().topics().contains(entry.getKey()) ? 1 : 0;
        all++;
      }
    }
    double error = 0;
    for (int bin = 0; bin < said.length; bin++) {
      error += Math.abs(said[bin] - came[bin]);
    }
    return error / all;
  }
}
