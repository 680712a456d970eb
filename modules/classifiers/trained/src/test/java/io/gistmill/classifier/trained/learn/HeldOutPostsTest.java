package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.CrossValidation.Prediction;
import io.gistmill.classifier.trained.learn.Quality.Counts;
import io.gistmill.classifier.trained.model.PostReader;
import io.gistmill.classifier.trained.model.Reading;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.domain.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped model that knows words alone makes of posts from which it has not learnt.
class HeldOutPostsTest {

  private static final PostReader READER = ShippedModel.ofWords().reader("trained@1");

  private static Quality quality;

  @BeforeAll
  static void judge() throws IOException {
    List<Example> examples = TrainingFile.readAll(Path.of("held-out"));
    quality = Quality.of(examples.stream().map(HeldOutPostsTest::prediction).toList());
  }

  private static Prediction prediction(Example example) {
    Reading reading = READER.read(example.post());
    var given =
        reading.tags().stream().map(Tag::topic).collect(Collectors.toCollection(TreeSet::new));
    return new Prediction(example, reading.confidences(), given);
  }

  @Test
  void mostTopicsAreThoseThatReadersGave() {
    Counts counts = quality.micro();

    System.out.printf(
        "held-out posts, words alone: F1 %.3f, precision %.3f, recall %.3f%n",
        counts.f1(), counts.precision(), counts.recall());
    assertThat(counts.f1()).isGreaterThan(0.84);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rag", "moe", "video-generation"})
  void topicsThatReadersAskForFirstAreFound(String slug) {
    Counts counts = Objects.requireNonNull(quality.topics().get(slug));

    System.out.printf(
        "held-out posts, %s: precision %.3f, recall %.3f%n",
        slug, counts.precision(), counts.recall());
    assertThat(counts.precision()).isGreaterThan(0.79);
    assertThat(counts.recall()).isGreaterThan(0.93);
  }
}
