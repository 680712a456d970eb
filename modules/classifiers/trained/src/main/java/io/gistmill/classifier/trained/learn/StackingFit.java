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

  /// Divided by the number of examples; chosen by what was best on some that were not learnt from.
  /// The squares of log-odds are some four hundred times as large as those of probabilities.
  private static final double PENALTY_OF_ODDS = 1e7;

  private static final double PENALTY = 2.5e4;

  /// Learning takes as long as the cube of the number of topics says.
  private static final int MOST_TOPICS = 100;

  private StackingFit() {}

  /// @param odds log-odds by example, then by topic
  /// @param labels by topic, then by example
  /// @return none for more than [#MOST_TOPICS]
  static Stacking fit(double[][] odds, boolean[][] labels, int threads) {
    if (labels.length > MOST_TOPICS) {
      return Stacking.NONE;
    }
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
    int examples = Math.max(1, seen.length);
    Arrays.fill(penalties, PENALTY / examples);
    Arrays.fill(penalties, 0, labels.length, PENALTY_OF_ODDS / examples);
    return LogisticRegression.fit(observations, prior, penalties);
  }
}
