package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.embedding.BgeEmbedder;
import io.gistmill.classifier.embedding.EmphasisWeights;
import io.gistmill.classifier.trained.learn.LogisticRegression;
import io.gistmill.classifier.trained.learn.LogisticRegression.Observation;
import io.gistmill.digest.desk.brief.MarkedPosts.Marked;
import io.gistmill.domain.Emphasis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Summaries are nearer to what editors quote where a classifier that has read the whole text says
/// in which parts it says most.
///
/// What it goes by, and what its word is worth beside all else that is known of a sentence, is
/// learnt together, by `-Dgistmill.emphasis=write`: some ten minutes, since all marked posts are
/// embedded for it.
class EmphasisedSummariesTest {

  private static final Path WEIGHTS =
      Path.of("src/main/resources/io/gistmill/digest/desk/brief/emphasised-summary-weights.tsv");
  private static final Path EMPHASIS =
      Path.of(
          "../classifiers/embedding/src/main/resources/io/gistmill/classifier/embedding/"
              + "emphasis-weights.txt");

  /// Every so many posts are judged in each build, and not learnt from.
  private static final int STEP = 20;

  private static final int FOLDS = 5;
  private static final int FOLDS_TRIED = 2;
  private static final int FEATURES = SentenceFeature.values().length;
  private static final int DIMS = BgeEmbedder.DIMS;
  private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

  @AfterAll
  static void close() {
    EMBEDDER.close();
  }

  @Test
  void theyAreNearerToWhatEditorsQuote() {
    // given
    List<Marked> all = MarkedSentences.posts();
    List<Marked> posts =
        IntStream.range(0, all.size())
            .filter(EmphasisedSummariesTest::isHeldBack)
            .mapToObj(all::get)
            .toList();
    SentenceWeights plain = SentenceWeights.forSummaries(Emphasis.NONE);

    // when
    double without =
        posts.stream()
            .mapToDouble(post -> MarkedSentences.f1(post, Emphasis.NONE, plain))
            .average()
            .orElseThrow();
    double with =
        posts.parallelStream()
            .mapToDouble(EmphasisedSummariesTest::emphasised)
            .average()
            .orElseThrow();

    // then
    System.out.printf("summaries with emphasis %.3f, without %.3f%n", with, without);
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void bothTablesAreOfOneLearning() throws IOException {
    List<String> lines = Files.readAllLines(WEIGHTS);

    assertThat(lines.getFirst()).isEqualTo(head(EmphasisWeights.shipped()));
    assertThat(lines.subList(1, lines.size()).stream().map(line -> line.split("\t")[0]))
        .containsExactlyElementsOf(Stream.of(SentenceFeature.values()).map(Enum::name).toList());
  }

  private static String head(EmphasisWeights learned) {
    return "# beside the emphasis of version " + learned.version();
  }

  private static boolean isHeldBack(int post) {
    return post % STEP == 0;
  }

  private static double emphasised(Marked post) {
    Emphasis emphasis = EMBEDDER.emphasis(post.text());
    return MarkedSentences.f1(post, emphasis, SentenceWeights.forSummaries(emphasis));
  }

  /// A marked post, and the vectors of its stretches.
  private record Embedded(Marked post, float[][] stretches) {

    static Embedded of(Marked post) {
      return new Embedded(post, EMBEDDER.stretches(post.text()));
    }

    /// Of the sentences of which a vector tells.
    List<Observation> examples() {
      return MarkedSentences.of(post, Emphasis.NONE).stream()
          .filter(view -> view.sentence().start() / Emphasis.STRETCH < stretches.length)
          .map(this::observation)
          .toList();
    }

    private Observation observation(SentenceView view) {
      double[] features = Arrays.copyOf(MarkedSentences.features(view), FEATURES + DIMS);
      int from = view.sentence().start() / Emphasis.STRETCH;
      int to = Math.min(stretches.length, Emphasis.stretches(view.sentence().end()));
      for (int stretch = from; stretch < to; stretch++) {
        for (int d = 0; d < DIMS; d++) {
          features[FEATURES + d] += stretches[stretch][d] / (to - from);
        }
      }
      return new Observation(features, MarkedSentences.isQuoted(post, view) ? 1 : 0);
    }
  }

  /// @param forSentences what features are worth, the emphasis as it is
  /// @param forVectors what the emphasis goes by, nought on average
  private record Learned(SentenceWeights forSentences, EmphasisWeights forVectors) {

    static Learned from(List<Observation> examples) {
      double[] all = LogisticRegression.fit(examples, 1);
      double[] ofVectors = Arrays.copyOfRange(all, FEATURES, all.length);
      double mean =
          examples.stream()
              .mapToDouble(example -> dot(ofVectors, example.features()))
              .average()
              .orElseThrow();
      all[SentenceFeature.ANY.ordinal()] += mean;
      all[SentenceFeature.EMPHASIS.ordinal()] = 1;
      return new Learned(MarkedSentences.rounded(all), new EmphasisWeights(-mean, ofVectors));
    }

    private static double dot(double[] ofVectors, double[] features) {
      double sum = 0;
      for (int d = 0; d < DIMS; d++) {
        sum += ofVectors[d] * features[FEATURES + d];
      }
      return sum;
    }

    double f1(Embedded embedded) {
      return MarkedSentences.f1(
          embedded.post(), forVectors.emphasis(embedded.stretches()), forSentences);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "gistmill.emphasis", matches = "write")
  void whatTheyGoByIsLearntAnew() throws IOException {
    // given
    List<Embedded> posts = MarkedSentences.posts().parallelStream().map(Embedded::of).toList();

    // when
    double f1 =
        IntStream.range(0, FOLDS_TRIED)
            .parallel()
            .mapToDouble(fold -> judged(posts, fold))
            .average()
            .orElseThrow();
    Learned learned = learn(posts, post -> !isHeldBack(post));

    // then
    System.out.printf("summaries of posts not learnt from, with emphasis %.3f%n", f1);
    var lines = new ArrayList<String>(List.of(head(learned.forVectors())));
    lines.addAll(MarkedSentences.lines(learned.forSentences()));
    Files.write(WEIGHTS, lines);
    Files.write(EMPHASIS, learned.forVectors().lines());
    assertThat(f1).isGreaterThan(0.5);
  }

  private static Learned learn(List<Embedded> posts, IntPredicate used) {
    return Learned.from(
        IntStream.range(0, posts.size())
            .filter(used)
            .mapToObj(posts::get)
            .flatMap(post -> post.examples().stream())
            .toList());
  }

  /// Posts of one fold, by what the others teach.
  private static double judged(List<Embedded> posts, int fold) {
    Learned learned = learn(posts, post -> post % FOLDS != fold);
    return IntStream.range(0, posts.size())
        .filter(post -> post % FOLDS == fold)
        .mapToObj(posts::get)
        .mapToDouble(learned::f1)
        .average()
        .orElseThrow();
  }
}
