package io.gistmill.digest.desk.brief;

import io.gistmill.digest.desk.brief.MarkedPosts.Marked;
import io.gistmill.domain.Emphasis;
import java.util.List;
import java.util.stream.Stream;

/// The sentences of marked posts, as those see them who learn to quote.
final class MarkedSentences {

  private MarkedSentences() {}

  /// Posts of which an editor would quote something.
  static List<Marked> posts() {
    return MarkedPosts.all().stream().filter(post -> !post.key().isEmpty()).toList();
  }

  static List<SentenceView> of(Marked post, Emphasis emphasis) {
    return SentenceView.of(Sentences.of(post.text()), Headline.from(post.text()), emphasis);
  }

  /// Whether the editor would quote a sentence.
  static boolean isQuoted(Marked post, SentenceView view) {
    String sentence = Bigrams.plain(view.text());
    return post.key().stream()
        .map(Bigrams::plain)
        .anyMatch(key -> key.contains(sentence) || sentence.contains(key));
  }

  static double[] features(SentenceView view) {
    return Stream.of(SentenceFeature.values())
        .mapToDouble(feature -> feature.of(view) / 1000.0)
        .toArray();
  }

  /// How near the summary of a post comes to what its editor would quote.
  static double f1(Marked post, Emphasis emphasis, SentenceWeights weights) {
    String summary = Summary.from(post.text(), Headline.from(post.text()), emphasis, weights);
    return Bigrams.f1(summary, String.join(" ", post.key()));
  }

  /// @param learned one for each feature
  static SentenceWeights rounded(double[] learned) {
    var rounded = new int[SentenceFeature.values().length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (int) Math.round(1000 * learned[i]);
    }
    return new SentenceWeights(rounded);
  }

  /// The lines of a file of weights.
  static List<String> lines(SentenceWeights learned) {
    return Stream.of(SentenceFeature.values())
        .map(feature -> feature + "\t" + learned.weights()[feature.ordinal()])
        .toList();
  }
}
