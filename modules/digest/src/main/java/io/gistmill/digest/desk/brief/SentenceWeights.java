package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fixed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How probable it is that an editor would use a sentence: a logistic curve over the weighted sum
/// of its features. The weights were learnt from posts that editors marked and headed; the files
/// list them by feature, in thousandths.
record SentenceWeights(int[] weights) {

  private static final double SCALE = 1_000_000;

  /// Of sentences that an editor would quote.
  static SentenceWeights forSummaries() {
    return Shipped.SUMMARIES;
  }

  /// Of words that an editor would put over a post.
  static SentenceWeights forHeadlines() {
    return Shipped.HEADLINES;
  }

  private static final class Shipped {
    static final SentenceWeights SUMMARIES = read("summary-weights.tsv");
    static final SentenceWeights HEADLINES = read("headline-weights.tsv");
  }

  private static SentenceWeights read(String name) {
    var weights = new int[SentenceFeature.values().length];
    try (InputStream file = SentenceWeights.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String line : reader.lines().toList()) {
        List<String> cells = Arrays.asList(line.split("\t"));
        weights[SentenceFeature.valueOf(cells.getFirst()).ordinal()] =
            Integer.parseInt(cells.getLast());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SentenceWeights(weights);
  }

  Weighed weigh(SentenceView view) {
    return new Weighed(view, probability(view));
  }

  private Fixed probability(SentenceView view) {
    long sum = 0;
    for (SentenceFeature feature : SentenceFeature.values()) {
      sum += (long) weights[feature.ordinal()] * feature.of(view);
    }
    return Fixed.of(1 / (1 + StrictMath.exp(-sum / SCALE)));
  }
}
