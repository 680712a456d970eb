package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Logistic;
import io.gistmill.classifier.trained.model.Stacking;
import io.gistmill.domain.Fixed;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What some examples taught: linear scores, and how these become probabilities and tags. The
/// latter are learnt from scores of examples that the scorer did not learn from.
///
/// @param stacking a second look at the scores of all topics; none where `single`
/// @param thresholds by topic
record Fit(
    Linear linear,
    boolean single,
    Calibration[] calibrations,
    Stacking stacking,
    Fixed[] thresholds) {

  /// @param examples from which the linear part has learnt
  /// @param heldOut scores of the same examples by others that did not learn from them
  /// @param threads 1 or more; the result is the same
  static Fit of(Corpus corpus, int[] examples, Linear linear, double[][] heldOut, int threads) {
    var labels = new boolean[corpus.topics().size()][];
    Arrays.setAll(labels, topic -> Linear.labels(corpus.labels()[topic], examples));
    if (corpus.single()) {
      var thresholds = new Fixed[labels.length];
      Arrays.fill(thresholds, Fixed.ZERO);
      return new Fit(linear, true, Temperature.fit(heldOut, labels), Stacking.NONE, thresholds);
    }
    Calibration[] calibrations = Calibration.fit(heldOut, labels);
    double[][] first =
        Arrays.stream(heldOut).map(scores -> odds(calibrations, scores)).toArray(double[][]::new);
    Stacking stacking = StackingFit.fit(first, labels, threads);
    double[][] probabilities =
        Arrays.stream(first).map(odds -> probabilities(stacking, odds)).toArray(double[][]::new);
    return new Fit(linear, false, calibrations, stacking, Thresholds.fit(probabilities, labels));
  }

  double[] probabilities(double[] scores) {
    if (single) {
      return Temperature.shares(scores, calibrations[0].slope());
    }
    return probabilities(stacking, odds(calibrations, scores));
  }

  private static double[] odds(Calibration[] calibrations, double[] scores) {
    return IntStream.range(0, scores.length)
        .mapToDouble(topic -> calibrations[topic].odds(scores[topic]))
        .toArray();
  }

  private static double[] probabilities(Stacking stacking, double[] odds) {
    return Arrays.stream(stacking.odds(odds)).map(Logistic::of).toArray();
  }

  /// Whether each topic is given.
  boolean[] given(double[] probabilities) {
    var given = new boolean[probabilities.length];
    int best = 0;
    for (int topic = 0; topic < given.length; topic++) {
      given[topic] = !single && Fixed.of(probabilities[topic]).compareTo(thresholds[topic]) >= 0;
      best = probabilities[topic] > probabilities[best] ? topic : best;
    }
    given[best] |= single;
    return given;
  }
}
