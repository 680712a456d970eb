package io.gistmill.classifier.trained.learn;

import java.util.stream.IntStream;

/// A score for each topic: a linear one, and what neighbours say where these are asked.
///
/// @param weights by topic, then by feature
/// @param seen by example of the corpus, whether this was learnt from it
/// @param neighbours weight of what they say
record Linear(Weighting weighting, float[][] weights, boolean[] seen, double neighbours) {

  private static final double SMOOTHING = 1;

  /// Learns from some examples.
  static Linear fit(Corpus corpus, int[] examples, TrainerSettings settings) {
    Weighting weighting = Weighting.of(corpus, examples);
    var vectors = new Sparse[examples.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = weighting.sparse(corpus.rows().get(examples[i]));
    }
    int grams = weighting.idf().length;
    int features = grams + corpus.rows().getFirst().dense().length + 1;
    var descent = new CoordinateDescent(vectors, features);
    var weights = new float[corpus.topics().size()][];
    Threads.run(
        settings.threads(),
        weights.length,
        topic -> {
          boolean[] positive = labels(corpus.labels()[topic], examples);
          double[] cost = new double[positive.length];
          for (int i = 0; i < cost.length; i++) {
            cost[i] = positive[i] ? settings.cost() * settings.positive() : settings.cost();
          }
          float[] scale = scale(vectors, positive, features, grams, settings.bayes());
          weights[topic] = descent.solve(positive, cost, scale);
        });
    var seen = new boolean[corpus.size()];
    IntStream.of(examples).forEach(i -> seen[i] = true);
    return new Linear(weighting, weights, seen, settings.features().neighbours());
  }

  /// Of an example of the corpus, which does not count among its own neighbours.
  double[] scores(Corpus corpus, int example) {
    Sparse sparse = weighting.sparse(corpus.rows().get(example));
    double[] scores =
        IntStream.range(0, weights.length).mapToDouble(t -> sparse.dot(weights[t])).toArray();
    if (neighbours > 0) {
      double[] votes = corpus.near().votes(example, seen, scores.length);
      for (int topic = 0; topic < scores.length; topic++) {
        scores[topic] += neighbours * votes[topic];
      }
    }
    return scores;
  }

  static boolean[] labels(boolean[] all, int[] examples) {
    var some = new boolean[examples.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = all[examples[i]];
    }
    return some;
  }

  /// The squares of how unevenly each gram is spread over the topic and the rest: log-count ratios
  /// of naive Bayes, mixed with 1. (Wang and Manning, "Baselines and bigrams", 2012.)
  private static float[] scale(
      Sparse[] vectors, boolean[] positive, int features, int grams, double share) {
    var scale = new float[features];
    java.util.Arrays.fill(scale, 1);
    if (share == 0) {
      return scale;
    }
    var inside = new double[grams];
    var outside = new double[grams];
    double in = 0;
    double out = 0;
    for (int i = 0; i < vectors.length; i++) {
      double[] counts = positive[i] ? inside : outside;
      for (int feature : vectors[i].features()) {
        if (feature < grams) {
          counts[feature]++;
        }
      }
      in += positive[i] ? 1 : 0;
      out += positive[i] ? 0 : 1;
    }
    for (int gram = 0; gram < grams; gram++) {
      double ratio =
          StrictMath.log(
              ((inside[gram] + SMOOTHING) / (in + 2 * SMOOTHING))
                  / ((outside[gram] + SMOOTHING) / (out + 2 * SMOOTHING)));
      double mixed = 1 - share + share * Math.abs(ratio);
      scale[gram] = (float) (mixed * mixed);
    }
    return scale;
  }
}
