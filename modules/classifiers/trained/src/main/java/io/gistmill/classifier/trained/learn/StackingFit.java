package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.learn.LogisticRegression.Observation;
import io.gistmill.classifier.trained.model.Stacking;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Learns the second look at all topics from scores of examples that the first did not learn from.
///
/// Drawn to leave the log-odds of the first look as they are, the harder the fewer examples there
/// are, so that hundreds change next to nothing.
final class StackingFit {

  /// Times the number of examples; chosen by what was best on some that were not learnt from.
  /// Log-odds are some fifteen times as large as probabilities.
  private static final double PENALTY_OF_ODDS = 1e7;

  private static final double PENALTY = 2.5e4;

  private StackingFit() {}

  /// @param odds log-odds by example, then by topic
  /// @param labels by topic, then by example
  static Stacking fit(double[][] odds, boolean[][] labels, int threads) {
    double[][] seen = Arrays.stream(odds).map(Stacking::seen).toArray(double[][]::new);
    var weights = new double[labels.length][];
    Threads.run(threads, weights.length, topic -> weights[topic] = weights(seen, labels, topic));
    return new Stacking(weights);
  }

  private static double[] weights(double[][] seen, boolean[][] labels, int topic) {
    var observations =
        IntStream.range(0, seen.length)
            .mapToObj(i -> new Observation(seen[i], labels[topic][i] ? 1 : 0))
            .toList();
    var prior = new double[Stacking.inputs(labels.length)];
    prior[topic] = 1;
    var penalties = new double[prior.length];
    Arrays.fill(penalties, PENALTY / seen.length);
    Arrays.fill(penalties, 0, labels.length, PENALTY_OF_ODDS / seen.length);
    return LogisticRegression.fit(observations, prior, penalties);
  }
}
