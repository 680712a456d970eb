package io.gistmill.classifier.trained;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.domain.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped model that knows words alone makes of posts from which it has not learnt.
@TestInstance(Lifecycle.PER_CLASS)
class HeldOutPostsTest {

  /// @param given topics by the model
  /// @param right topics by readers
  private record Judged(Set<String> given, Set<String> right) {}

  /// Topics given rightly and wrongly, and those missed.
  private record Counts(long right, long wrong, long missed) {

    double precision() {
      return (double) right / (right + wrong);
    }

    double recall() {
      return (double) right / (right + missed);
    }

    double f1() {
      return 2.0 * right / (2 * right + wrong + missed);
    }
  }

  private List<Judged> posts = List.of();

  @BeforeAll
  void judge() throws IOException {
    List<Example> examples = TrainingFile.readAll(Path.of("held-out"));
    var classifier = ShippedModel.ofWords().classifier("trained@1");
    var judged = new ArrayList<Judged>();
    for (Example example : examples) {
      var outcome = (Outcome.Tagged) classifier.classify(List.of(example.post())).getFirst();
      var given = new TreeSet<String>();
      outcome.tags().forEach(tag -> given.add(tag.topic()));
      judged.add(new Judged(given, example.topics()));
    }
    posts = judged;
  }

  @Test
  void mostTopicsAreThoseThatReadersGave() {
    // when
    Counts counts = counts(topic -> true);

    // then
    System.out.printf(
        "held-out posts, words alone: F1 %.3f, precision %.3f, recall %.3f%n",
        counts.f1(), counts.precision(), counts.recall());
    assertThat(counts.f1()).isGreaterThan(0.82);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rag", "moe", "video-generation"})
  void topicsThatReadersAskForFirstAreFound(String slug) {
    // when
    Counts counts = counts(slug::equals);

    // then
    System.out.printf(
        "held-out posts, %s: precision %.3f, recall %.3f%n",
        slug, counts.precision(), counts.recall());
    assertThat(counts.precision()).isGreaterThan(0.79);
    assertThat(counts.recall()).isGreaterThan(0.93);
  }

  private Counts counts(Predicate<String> topics) {
    return new Counts(
        count(topics, Judged::given, Judged::right, true),
        count(topics, Judged::given, Judged::right, false),
        count(topics, Judged::right, Judged::given, false));
  }

  /// How many topics of one side the other side has, or has not.
  private long count(
      Predicate<String> topics,
      Function<Judged, Set<String>> one,
      Function<Judged, Set<String>> other,
      boolean shared) {
    return posts.stream()
        .mapToLong(
            post ->
                one.apply(post).stream()
                    .filter(topics)
                    .filter(topic -> other.apply(post).contains(topic) == shared)
                    .count())
        .sum();
  }
}
