package io.gistmill.classifier.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxClassifierTest {

  private static final String SETTINGS =
      """
      engine: onnx
      topics: {bees: Bees, costs: Costs}
      labels: [bees, costs]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    TinyModel.usual().write(folder.resolve("model.onnx"));
    Files.write(folder.resolve("vocab.txt"), TinyModel.WORDS, UTF_8);
  }

  @Test
  void aTextHasTheTopicsThatItsWordsSpeakFor() {
    try (Classifier classifier = factory("").create()) {
      List<Outcome> outcomes =
          classifier.classify(
              List.of(
                  text("Bees!"),
                  text("the price of a bee"),
                  text("nothing of it"),
                  post("Bees", "", ""),
                  post(null, "", "蜜蜂")));

      assertThat(outcomes.get(0)).isEqualTo(tagged(tag("bees", 2)));
      assertThat(outcomes.get(1)).isEqualTo(tagged(tag("bees", 2), tag("costs", 1)));
      assertThat(outcomes.get(2)).isEqualTo(tagged());
      assertThat(outcomes.get(3)).isEqualTo(tagged(tag("bees", 2)));
      assertThat(outcomes.get(4)).isEqualTo(tagged(tag("bees", 2)));
    }
  }

  private Outcome tagged(Tag... tags) {
    return new Outcome.Tagged(factory("").id(), List.of(tags));
  }

  private Tag tag(String topic, double logit) {
    Fixed confidence = Fixed.of(1 / (1 + Math.exp(-logit)));
    return new Tag(topic, confidence, factory("").id(), List.of());
  }

  @Test
  void softmaxDividesBetweenTheLabels() {
    try (Classifier classifier = factory("activation: softmax\nthreshold: 0.1\n").create()) {
      Outcome outcome = classifier.classify(List.of(text("price of a bee"))).getFirst();

      double bees = 1 / (1 + Math.exp(-1));
      assertThat(((Outcome.Tagged) outcome).tags())
          .extracting(Tag::confidence)
          .containsExactly(Fixed.of(bees), Fixed.of(1 - bees));
    }
  }

  @Test
  void aLabelWithoutTopicIsPassedOver() {
    String settings = SETTINGS.replace("[bees, costs]", "[\"-\", costs]");
    try (Classifier classifier = new OnnxEngine().factory("tiny", settings, folder).create()) {
      Outcome outcome = classifier.classify(List.of(text("bee price"))).getFirst();

      assertThat(((Outcome.Tagged) outcome).tags()).extracting(Tag::topic).containsExactly("costs");
    }
  }

  static Stream<TinyModel> models() {
    return Stream.of(
        TinyModel.usual(),
        TinyModel.withInputs("input_ids"),
        TinyModel.withInputs("input_ids", "token_type_ids"),
        TinyModel.ofInts());
  }

  @ParameterizedTest
  @MethodSource("models")
  void inputsAreFoundByTheirNamesAndTypes(TinyModel model) throws IOException {
    model.write(folder.resolve("model.onnx"));

    try (Classifier classifier = factory("").create()) {
      Outcome outcome = classifier.classify(List.of(text("bees"))).getFirst();

      assertThat(((Outcome.Tagged) outcome).tags()).extracting(Tag::topic).containsExactly("bees");
    }
  }

  @Test
  void emptyHugeAndOddTextsGetTheSameOutcomeTwice() {
    List<Post> posts =
        Stream.of("", "\uD83D\u0000", "bee ".repeat(500_000), "x".repeat(1 << 20), "🐝蜂\u202E")
            .map(OnnxClassifierTest::text)
            .toList();
    try (Classifier classifier = factory("").create()) {
      List<Outcome> outcomes = classifier.classify(posts);

      assertThat(outcomes).hasSize(5).allMatch(Outcome.Tagged.class::isInstance);
      assertThat(classifier.classify(posts.reversed())).isEqualTo(outcomes.reversed());
    }
  }

  @Test
  void whatIsBeyondTheMostTokensDoesNotCount() {
    try (Classifier classifier = factory("max-tokens: 4\n").create()) {
      List<Outcome> outcomes = classifier.classify(List.of(text("x bee"), text("x y bee")));

      assertThat(((Outcome.Tagged) outcomes.get(0)).tags()).hasSize(1);
      assertThat(((Outcome.Tagged) outcomes.get(1)).tags()).isEmpty();
    }
  }

  @Test
  void aTokenizerInJsonSaysWhetherItKnowsCapitals() throws IOException {
    // given
    Files.delete(folder.resolve("vocab.txt"));
    var vocab = new StringBuilder();
    for (String word : TinyModel.WORDS) {
      vocab.append(vocab.isEmpty() ? "" : ",").append('"').append(word).append("\":");
      vocab.append(TinyModel.WORDS.indexOf(word));
    }
    Files.writeString(
        folder.resolve("tokenizer.json"),
        "{\"normalizer\":{\"lowercase\":false},\"model\":{\"type\":\"WordPiece\",\"vocab\":{"
            + vocab
            + "}}}");
    try (Classifier classifier = factory("").create()) {

      // when
      List<Outcome> outcomes = classifier.classify(List.of(text("bee"), text("Bee")));

      // then
      assertThat(((Outcome.Tagged) outcomes.get(0)).tags()).hasSize(1);
      assertThat(((Outcome.Tagged) outcomes.get(1)).tags()).isEmpty();
    }
  }

  @Test
  void whatIsNoNumberIsAFailure() throws IOException {
    TinyModel.withoutNumbers().write(folder.resolve("model.onnx"));

    try (Classifier classifier = factory("").create()) {
      assertThat(classifier.classify(List.of(text("price"))).getFirst())
          .isEqualTo(new Outcome.Failed(factory("").id(), "the model answered NaN"));
    }
  }

  @Test
  void aModelOfOtherInputsIsRefused() throws IOException {
    TinyModel.withInputs("pixel_values").write(folder.resolve("model.onnx"));

    refused("its inputs are [pixel_values]; input_ids is needed");
  }

  @Test
  void aWordListThatIsLongerThanTheModelIsRefused() throws IOException {
    TinyModel.ofFewerWords().write(folder.resolve("model.onnx"));

    refused("does not fit vocab.txt");
  }

  @Test
  void anotherNumberOfLabelsIsRefused() {
    String settings = SETTINGS.replace("[bees, costs]", "[bees, costs, \"-\"]");
    ClassifierFactory factory = new OnnxEngine().factory("tiny", settings, folder);

    assertThatThrownBy(factory::create)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("output is of the shape [1, 2]")
        .hasMessageContaining("should be [1, 3]");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "version https://example.org/spec/v1");

    refused("model.onnx cannot be used: it cannot be read as a model");
  }

  @Test
  void aWordListWithoutMarksIsRefused() throws IOException {
    Files.writeString(folder.resolve("vocab.txt"), "a\nb\n");

    refused("vocab.txt cannot be used: the word list has no token [UNK]");
  }

  @Test
  void anotherKindOfTokenizerIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer.json"), "{\"model\":{\"type\":\"BPE\",\"vocab\":{}}}");

    refused("its tokenizer is of the type BPE; WordPiece alone is read");
  }

  private void refused(String reason) {
    ClassifierFactory factory = factory("");
    assertThatThrownBy(factory::create)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void oneThatIsToldToStopAsksTheModelNoMore() {
    // given
    try (Classifier classifier = factory("").create()) {
      Thread.currentThread().interrupt();

      // when
      List<Outcome> outcomes = classifier.classify(List.of(text("bee"), text("bee")));

      // then
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcomes)
          .hasSize(2)
          .containsOnly(new Outcome.Failed(factory("").id(), "it was interrupted"));
    }
  }

  @Test
  void postsAreAskedAboutOneByOne() {
    assertThat(factory("").batch()).isEqualTo(1);
  }

  @Test
  void theVersionFollowsFilesAndSettings() throws IOException {
    // given
    String version = factory("").version();

    // then
    assertThat(factory("time-limit: 20\n").version()).isEqualTo(version);
    assertThat(factory("threshold: 0.4\n").version()).isNotEqualTo(version);
    TinyModel.ofInts().write(folder.resolve("model.onnx"));
    assertThat(factory("").version()).isNotEqualTo(version);
  }

  @Test
  void allMistakesAreToldAtOnce(@TempDir Path empty) {
    String wrong =
        """
        engine: onnx
        topics: {bees: Bees}
        labels: [cats, bees, bees]
        activation: relu
        max-tokens: 1
        """;

    assertThatThrownBy(() -> new OnnxEngine().factory("tiny", wrong, empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model: there is no file ")
        .hasMessageContaining("tokenizer: there is no file ")
        .hasMessageContaining("labels: 'cats' does not stand under topics")
        .hasMessageContaining("labels: 'bees' stands twice")
        .hasMessageContaining("activation: should be sigmoid or softmax")
        .hasMessageContaining("max-tokens: should be a whole number from 3 to 8192");
  }

  private ClassifierFactory factory(String more) {
    return new OnnxEngine().factory("tiny", SETTINGS + more, folder);
  }

  private static Post text(String text) {
    return post(null, text, "");
  }

  private static Post post(@Nullable String title, String text, String quoted) {
    return new Post(
        "id",
        new Origin("test", null),
        "",
        null,
        Instant.EPOCH,
        false,
        null,
        title,
        text,
        List.of(new Quote(null, null, null, quoted)),
        List.of(),
        List.of());
  }
}
