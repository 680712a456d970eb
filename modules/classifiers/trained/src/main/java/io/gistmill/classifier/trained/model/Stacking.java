package io.gistmill.classifier.trained.model;

/// Judges each topic by what the scores of all topics say together: two topics that often go
/// together support each other, and one that another explains loses.
///
/// (Wolpert, "Stacked generalization", 1992.) The second look is a linear one over the log-odds and
/// the probabilities of the first. Immutable by convention.
///
/// @param weights by topic: of the log-odds of each topic, then of its probability, then a
///   constant; no rows where the first look stands
public record Stacking(double[][] weights) {

  /// The first look stands.
  public static final Stacking NONE = new Stacking(new double[0][]);

  public boolean isNone() {
    return weights.length == 0;
  }

  /// How many numbers there are for each topic.
  public static int inputs(int topics) {
    return 2 * topics + 1;
  }

  /// What the second look sees.
  ///
  /// @param odds log-odds of each topic by the first look
  public static double[] seen(double[] odds) {
    int topics = odds.length;
    var seen = new double[inputs(topics)];
    for (int topic = 0; topic < topics; topic++) {
      seen[topic] = odds[topic];
      seen[topics + topic] = Logistic.of(odds[topic]);
    }
    seen[2 * topics] = 1;
    return seen;
  }

  /// Log-odds of each topic by the second look, or by the first where that stands.
  public double[] odds(double[] first) {
    if (isNone()) {
      return first;
    }
    double[] seen = seen(first);
    var odds = new double[first.length];
    for (int topic = 0; topic < odds.length; topic++) {
      double sum = 0;
      for (int i = 0; i < seen.length; i++) {
        sum += weights[topic][i] * seen[i];
      }
      odds[topic] = sum;
    }
    return odds;
  }
}
