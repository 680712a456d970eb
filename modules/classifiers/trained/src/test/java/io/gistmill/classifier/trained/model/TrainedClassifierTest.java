package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.trained.Fixture;
import io.gistmill.classifier.trained.learn.Trainer;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedClassifierTest {

  private static final TrainedModel MODEL =
      Trainer.train(Fixture.examples(240, false, 1), Fixture.SETTINGS);

  private final Classifier classifier = MODEL.classifier("trained@1");

  @Test
  void aPostGetsItsTopicWithTheWordsThatSpokeForIt() {
    List<Tag> tags = tags(text("Last night the telescope showed a nebula beside the river."));

    assertThat(tags).first().extracting(Tag::topic).isEqualTo("stars");
    assertThat(tags.getFirst().evidence())
        .extracting(Evidence::text)
        .anyMatch(words -> words.contains("telescope"))
        .anyMatch(words -> words.contains("nebula"));
  }

  @Test
  void aPostAboutNothingKnownGetsNoTopic() {
    assertThat(tags(text("今天我们 again 看到一些 with some"))).isEmpty();
  }

  static Stream<Post> oddPosts() {
    return Stream.of(
        text(""),
        text(" \n "),
        text("面"),
        text("x"),
        text("\uD83D"),
        text("oven \uDE00\uD83D flour"),
        text("في المساء رأينا التلسكوب ونهرا كبيرا"),
        text("Ο φούρνος και το ποτάμι"),
        text("#oven ".repeat(10_000)),
        text("telescope 望远镜 ".repeat(70_000)),
        text("河".repeat(1_000_000)),
        text("a".repeat(1_000_000)),
        text("https://a.example/" + "x".repeat(1_000_000)),
        TrainingFile.post("Sourdough \uD83D", "", List.of("", "flood 洪水")),
        text("https://flour.example/oven"));
  }

  @ParameterizedTest
  @MethodSource("oddPosts")
  void oddPostsTakeLittleTimeAndEvidenceStandsInThem(Post post) {
    List<Tag> tags = Assertions.assertTimeout(Duration.ofSeconds(2), () -> tags(post));

    for (Tag tag : tags) {
      assertThat(tag.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
      assertThat(tag.evidence()).allMatch(evidence -> stands(evidence, post));
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("more blanks", text -> text.replace(" ", "  ")),
        new Change("blanks at the ends", text -> "  " + text + " \n"),
        new Change("upper case", text -> text.toUpperCase(java.util.Locale.ROOT)),
        new Change("full width", TrainedClassifierTest::fullWidth),
        new Change(
            "traditional",
            text -> text.replace("面", "麵").replace("云", "雲").replace("远", "遠").replace("镜", "鏡")));
  }

  private record Change(String name, java.util.function.UnaryOperator<String> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void spellingMakesNoDifference(Change change) {
    for (var example : Fixture.examples(40, false, 9)) {
      String text = example.post().text();

      assertThat(topics(text(change.change().apply(text)))).isEqualTo(topics(text(text)));
    }
  }

  @Test
  void pathsOfLinksMakeNoDifference() {
    String text = "A telescope and a nebula: https://a.example/%s";

    assertThat(topics(text(text.formatted("one")))).isEqualTo(topics(text(text.formatted("two"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "车", "#", "```", "??? 🚀"})
  void aLetterThatStandsAloneHasNoTopic(String text) {
    PostReader shipped = ShippedModel.ofWords().reader("trained@1");

    assertThat(shipped.read(text(text)).tags()).isEmpty();
    assertThat(shipped.read(text("视频生成")).tags()).isNotEmpty();
  }

  @Test
  void aModelOfSingleTopicsGivesExactlyOne() {
    TrainedModel model = Trainer.train(Fixture.examples(120, true, 2), Fixture.SETTINGS);

    Outcome outcome = model.classifier("trained@1").classify(List.of(text("今天 again"))).getFirst();

    assertThat(model.single()).isTrue();
    assertThat(((Outcome.Tagged) outcome).tags()).hasSize(1);
    assertThat(
            model.reader("a").read(text("oven")).confidences().values().stream()
                .mapToLong(c -> c.micros())
                .sum())
        .isBetween(999_990L, 1_000_010L);
  }

  private static String fullWidth(String text) {
    var wide = new StringBuilder();
    for (char c : text.toCharArray()) {
      wide.append(c > ' ' && c < 0x7F ? (char) (c + '\uFF01' - '!') : c);
    }
    return wide.toString();
  }

  private List<String> topics(Post post) {
    return tags(post).stream().map(Tag::topic).sorted().toList();
  }

  private List<Tag> tags(Post post) {
    return ((Outcome.Tagged) classifier.classify(List.of(post)).getFirst()).tags();
  }

  private static Post text(String text) {
    return TrainingFile.post(null, text, List.of());
  }

  private static boolean stands(Evidence evidence, Post post) {
    String part =
        switch (evidence.part()) {
          case TITLE -> String.valueOf(post.title());
          case TEXT -> post.text();
          case QUOTED -> post.quoted().get(evidence.index()).text();
          case LINK -> post.links().get(evidence.index());
        };
    return part.startsWith(evidence.text(), evidence.start());
  }
}
