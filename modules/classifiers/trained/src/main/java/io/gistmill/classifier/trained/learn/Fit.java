package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Fixed;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What some examples taught: linear scores, and how these become probabilities and tags. The
/// latter are learnt from scores of examples that the scorer did not learn from.
///
/// @param thresholds by topic
record Fit(Linear linear, boolean single, Calibration[] calibrations, Fixed[] thresholds) {

  /// @param examples from which the linear part has learnt
  /// @param heldOut scores of the same examples by others that did not learn from them
  static Fit of(Corpus corpus, int[] examples, Linear linear, double[][] heldOut) {
    var labels = new boolean[corpus.topics().size()][];
    Arrays.setAll(labels, topic -> Linear.labels(corpus.labels()[topic], examples));
    Calibration[] calibrations =
        corpus.single() ? Temperature.fit(heldOut, labels) : Calibration.fit(heldOut, labels);
    var fit = new Fit(linear, corpus.single(), calibrations, new Fixed[labels.length]);
    var probabilities = Arrays.stream(heldOut).map(fit::probabilities).toArray(double[][]::new);
    Fixed[] thresholds = fit.thresholds;
    if (corpus.single()) {
      Arrays.fill(thresholds, Fixed.ZERO);
    } else {
      System.arraycopy(Thresholds.fit(probabilities, labels), 0, thresholds, 0, thresholds.length);
    }
    return fit;
  }

  double[] probabilities(double[] scores) {
    if (single) {
      return Temperature.shares(scores, calibrations[0].slope());
    }
    return IntStream.range(0, scores.length)
        .mapToDouble(topic -> calibrations[topic].of(scores[topic]))
        .toArray();
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
