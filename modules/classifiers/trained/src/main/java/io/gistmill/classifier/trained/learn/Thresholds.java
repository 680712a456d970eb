package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Fixed;
import java.util.Arrays;

/// From which probability on a topic is given.
///
/// One threshold for all topics, the lowest that costs next to nothing of the best micro F1. The
/// lowest, since posts from elsewhere have lower scores than those of the manner that was learnt,
/// and get too few topics otherwise. Then for each topic its own best one, drawn hard to the common
/// one, since F1 hardly tells thresholds of one topic apart.
final class Thresholds {

  private static final int LOWEST = 20;
  private static final int HIGHEST = 70;
  private static final double NEXT_TO_NOTHING = 0.001;

  /// So many examples of a topic make its own threshold count as much as the common one.
  private static final double DRAW = 10_000;

  private Thresholds() {}

  /// @param probabilities by example, then by topic; of examples that the first look at them did
  ///   not learn from
  /// @return by topic
  static Fixed[] fit(double[][] probabilities, boolean[][] labels) {
    var all = new Counts[labels.length];
    Arrays.setAll(all, topic -> Counts.of(probabilities, labels[topic], topic));
    double common = best(Counts.sum(all));
    var thresholds = new Fixed[labels.length];
    for (int topic = 0; topic < thresholds.length; topic++) {
      double share = all[topic].positives / (all[topic].positives + DRAW);
      thresholds[topic] = Fixed.of(share * best(all[topic]) + (1 - share) * common);
    }
    return thresholds;
  }

  private static double best(Counts counts) {
    double most = 0;
    for (int percent = LOWEST; percent <= HIGHEST; percent++) {
      most = Math.max(most, counts.f1(percent));
    }
    int percent = LOWEST;
    while (counts.f1(percent) < most - NEXT_TO_NOTHING) {
      percent++;
    }
    return percent / 100.0;
  }

  /// What every threshold in hundredths would give, rightly and wrongly.
  private record Counts(int[] right, int[] wrong, int positives) {

    static Counts of(double[][] probabilities, boolean[] labels, int topic) {
      var right = new int[102];
      var wrong = new int[102];
      int positives = 0;
      for (int i = 0; i < labels.length; i++) {
        int percent = (int) (Fixed.of(probabilities[i][topic]).micros() / 10_000);
        (labels[i] ? right : wrong)[percent]++;
        positives += labels[i] ? 1 : 0;
      }
      for (int percent = 100; percent >= 0; percent--) {
        right[percent] += right[percent + 1];
        wrong[percent] += wrong[percent + 1];
      }
      return new Counts(right, wrong, positives);
    }

    static Counts sum(Counts[] all) {
      var sum = new Counts(new int[102], new int[102], 0);
      for (Counts counts : all) {
        sum = sum.plus(counts);
      }
      return sum;
    }

    private Counts plus(Counts other) {
      var sum = new Counts(right.clone(), wrong.clone(), positives + other.positives);
      for (int i = 0; i < right.length; i++) {
        sum.right[i] += other.right[i];
        sum.wrong[i] += other.wrong[i];
      }
      return sum;
    }

    double f1(int percent) {
      int given = right[percent] + wrong[percent];
      return given + positives == 0 ? 0 : 2.0 * right[percent] / (given + positives);
    }
  }
}
