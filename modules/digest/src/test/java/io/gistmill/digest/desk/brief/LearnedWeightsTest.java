package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.LogisticRegression;
import io.gistmill.classifier.trained.learn.LogisticRegression.Observation;
import io.gistmill.digest.desk.brief.MarkedPosts.Marked;
import io.gistmill.domain.Emphasis;
import io.gistmill.domain.TaggedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The weights that ship are those that the marked posts teach, and they are worth having.
///
/// After a change of posts or features run it with `-Dgistmill.weights=write`, which writes the
/// files anew; twice where headlines change, since summaries look at them.
class LearnedWeightsTest {

  private static final Path FOLDER =
      Path.of("src/main/resources/io/gistmill/digest/desk/brief").toAbsolutePath();
  private static final boolean WRITE = "write".equals(System.getProperty("gistmill.weights"));
  private static final int FOLDS = 5;
  private static final int GROUP = 11;

  /// How much more an excerpt counts that says all of a title: e to the power of this.
  private static final double NEARNESS = 3;

  private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e]+");

  private final List<Marked> posts = MarkedPosts.all();

  @Test
  void summariesQuoteWhatEditorsQuote() throws IOException {
    // given
    List<Marked> quoted = MarkedSentences.posts();
    List<List<Observation>> sentences =
        quoted.parallelStream().map(LearnedWeightsTest::ofSummary).toList();

    // when
    double learned = mean(quoted, sentences);

    // then
    double first = quoted.stream().mapToDouble(LearnedWeightsTest::firstTwo).average().orElse(0);
    System.out.printf("summaries %.3f, first two sentences %.3f%n", learned, first);
    holds("summary-weights.tsv", MarkedSentences.lines(learnSummaries(sentences, post -> true)));
    assertThat(learned).isGreaterThan(first + 0.05);
  }

  @Test
  void headlinesSayWhatEditorsSay() throws IOException {
    // given
    List<Marked> headed = posts.stream().filter(post -> !post.title().isEmpty()).toList();
    List<List<Titled>> titled = headed.stream().map(LearnedWeightsTest::titled).toList();

    // when
    double learned = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      ExcerptWeights weights = learnHeadlines(titled, post -> post % FOLDS != held);
      for (int i = fold; i < headed.size(); i += FOLDS) {
        Marked post = headed.get(i);
        learned += Bigrams.f1(Headline.from(post.text(), weights), post.title()) / headed.size();
      }
    }

    // then
    double first = headed.stream().mapToDouble(LearnedWeightsTest::firstLine).average().orElse(0);
    System.out.printf("headlines %.3f, first lines %.3f%n", learned, first);
    ExcerptWeights all = learnHeadlines(titled, post -> true);
    holds(
        "headline-weights.tsv",
        Arrays.stream(ExcerptFeature.values())
            .map(feature -> feature + "\t" + all.weights()[feature.ordinal()])
            .toList());
    assertThat(learned).isGreaterThan(first + 0.015);
  }

  /// @param share of the editor's title that an excerpt says, as F1
  private record Titled(double[] features, double share) {}

  private static List<Titled> titled(Marked post) {
    return Headline.candidates(post.text()).stream()
        .map(excerpt -> new Titled(features(excerpt), Bigrams.f1(excerpt.text(), post.title())))
        .toList();
  }

  private static double[] features(Excerpt excerpt) {
    return Arrays.stream(ExcerptFeature.values())
        .mapToDouble(feature -> feature.of(excerpt) / 1000.0)
        .toArray();
  }

  /// The nearer an excerpt is to the title, the more it counts: what is chosen is the best one, and
  /// how bad the others are matters little.
  private static ExcerptWeights learnHeadlines(List<List<Titled>> titled, IntPredicate used) {
    List<Observation> examples =
        together(titled, used).stream()
            .map(one -> weighed(one, StrictMath.exp(NEARNESS * one.share() / 2)))
            .toList();
    return new ExcerptWeights(
        Arrays.stream(RidgeRegression.fit(examples, 5))
            .mapToInt(LearnedWeightsTest::millionths)
            .toArray());
  }

  private static Observation weighed(Titled one, double root) {
    return new Observation(
        Arrays.stream(one.features()).map(value -> root * value).toArray(), root * one.share());
  }

  @Test
  void ranksArePutAsEditorsPutThem() throws IOException {
    // when
    double[] learned = new double[posts.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      RankWeights weights = learnRanks(part(fold, false));
      for (int i = fold; i < posts.size(); i += FOLDS) {
        learned[i] = Rank.of(tagged(posts.get(i)), weights).toDecimal().doubleValue();
      }
    }

    // then
    double[] lengths = posts.stream().mapToDouble(post -> post.text().length()).toArray();
    double gain = meanGain(learned);
    double longest = meanGain(lengths);
    System.out.printf("ranks %.3f, longest first %.3f%n", gain, longest);
    holds("rank-weights.tsv", learnRanks(posts).lines());
    assertThat(gain).isGreaterThan(longest + 0.1);
  }

  private List<Marked> part(int fold, boolean held) {
    return IntStream.range(0, posts.size())
        .filter(i -> (i % FOLDS == fold) == held)
        .mapToObj(posts::get)
        .toList();
  }

  private static RankWeights learnRanks(List<Marked> posts) {
    List<String> slugs =
        Stream.concat(
                posts.stream().flatMap(post -> post.topics().stream()), Stream.of(RankWeights.NONE))
            .distinct()
            .sorted()
            .toList();
    List<Observation> examples =
        posts.stream()
            .map(post -> new Observation(ofRank(post, slugs), (post.importance() - 1) / 4.0))
            .toList();
    double[] learned = RidgeRegression.fit(examples, 5);
    var features = new TreeMap<String, Integer>();
    for (PostFeature feature : PostFeature.values()) {
      features.put(feature.name(), millionths(learned[feature.ordinal()]));
    }
    var topics = new TreeMap<String, Integer>();
    for (int i = 0; i < slugs.size(); i++) {
      topics.put(slugs.get(i), millionths(learned[features.size() + i]));
    }
    return new RankWeights(features, topics);
  }

  private static int millionths(double weight) {
    return (int) Math.round(1_000_000 * weight);
  }

  private static double[] ofRank(Marked post, List<String> slugs) {
    var values = new double[PostFeature.values().length + slugs.size()];
    PostFeature.View view = PostFeature.View.of(tagged(post).post());
    for (PostFeature feature : PostFeature.values()) {
      values[feature.ordinal()] = feature.of(view) / 1000.0;
    }
    for (int i = 0; i < slugs.size(); i++) {
      boolean has =
          post.topics().contains(slugs.get(i))
              || post.topics().isEmpty() && slugs.get(i).equals(RankWeights.NONE);
      values[PostFeature.values().length + i] = has ? 1 : 0;
    }
    return values;
  }

  private static TaggedPost tagged(Marked post) {
    List<String> links =
        LINK.matcher(post.text()).results().map(MatchResult::group).distinct().toList();
    return BriefPosts.tagged(
        BriefPosts.post(null, post.text(), post.quoted(), List.of(), links), post.topics());
  }

  /// Mean NDCG at 5 over groups of eleven posts, as many as a day may bring.
  private double meanGain(double[] scores) {
    double sum = 0;
    int groups = posts.size() / GROUP;
    for (int group = 0; group < groups; group++) {
      List<Integer> members = new ArrayList<>();
      for (int i = 0; i < GROUP; i++) {
        members.add(group + i * groups);
      }
      sum +=
          gain(members, Comparator.comparing(i -> -scores[i]))
              / gain(members, Comparator.comparing(i -> -posts.get(i).importance()));
    }
    return sum / groups;
  }

  private double gain(List<Integer> members, Comparator<Integer> order) {
    List<Integer> sorted = members.stream().sorted(order).limit(5).toList();
    double gain = 0;
    for (int place = 0; place < sorted.size(); place++) {
      double worth = Math.pow(2, posts.get(sorted.get(place)).importance()) - 1;
      gain += worth / Math.log(place + 2);
    }
    return gain;
  }

  private static double firstLine(Marked post) {
    return Bigrams.f1(
        Cut.to(post.text().strip().lines().findFirst().orElse(""), Headline.COLUMNS), post.title());
  }

  private static double firstTwo(Marked post) {
    List<Sentence> sentences = Sentences.first(2, post.text());
    String words = String.join(" ", sentences.stream().map(Sentence::text).toList());
    return Bigrams.f1(words, String.join(" ", post.key()));
  }

  private static List<Observation> ofSummary(Marked post) {
    return MarkedSentences.of(post, Emphasis.NONE).stream()
        .map(
            view ->
                new Observation(
                    MarkedSentences.features(view), MarkedSentences.isQuoted(post, view) ? 1 : 0))
        .toList();
  }

  /// Each post judged by weights that did not learn from it.
  private static double mean(List<Marked> posts, List<List<Observation>> sentences) {
    double sum = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      SentenceWeights weights = learnSummaries(sentences, post -> post % FOLDS != held);
      for (int i = fold; i < posts.size(); i += FOLDS) {
        sum += MarkedSentences.f1(posts.get(i), Emphasis.NONE, weights);
      }
    }
    return sum / posts.size();
  }

  private static SentenceWeights learnSummaries(
      List<List<Observation>> sentences, IntPredicate used) {
    return MarkedSentences.rounded(LogisticRegression.fit(together(sentences, used), 1));
  }

  /// What there is to learn from the posts that are used, in their order.
  private static <T> List<T> together(List<List<T>> ofPosts, IntPredicate used) {
    return IntStream.range(0, ofPosts.size())
        .filter(used)
        .boxed()
        .flatMap(post -> ofPosts.get(post).stream())
        .toList();
  }

  private static void holds(String file, List<String> lines) throws IOException {
    String expected = String.join("\n", lines) + "\n";
    if (WRITE) {
      Files.writeString(FOLDER.resolve(file), expected);
    }
    assertThat(FOLDER.resolve(file)).content().isEqualTo(expected);
  }
}
