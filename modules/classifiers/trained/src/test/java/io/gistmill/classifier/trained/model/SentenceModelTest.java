package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.trained.Fixture;
import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.classifier.trained.learn.CrossValidation;
import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.Trainer;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Post;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SentenceModelTest {

  private static final TrainerSettings SETTINGS = TrainerSettings.SINGLE.withSentences();
  private static final List<Example> EXAMPLES = Fixture.examples(120, true, 2);
  private static final TrainedModel MODEL = Trainer.train(EXAMPLES, SETTINGS);

  @Test
  void anExampleIsMostLikeItself() {
    Example example = EXAMPLES.get(7);

    Reading reading = MODEL.reader("own").read(example.post());

    String topic = example.topics().getFirst();
    assertThat(reading.tags()).extracting("topic").containsExactly(topic);
    Like like = Objects.requireNonNull(reading.likes().get(topic));
    assertThat(like.similarity().micros()).isEqualTo(1_000_000);
    assertThat(example.post().text()).startsWith(like.text().replaceAll("\u2026$", ""));
    assertThat(like.text()).hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void theFileHoldsTheExamplesToo() {
    Post post = TrainingFile.post(null, "a telescope and a nebula", List.of());

    TrainedModel back = ModelFile.read("a.model", ModelFile.bytes(MODEL.model()));

    assertThat(back.reader("own").read(post)).isEqualTo(MODEL.reader("own").read(post));
    assertThat(back.sentences()).isTrue();
  }

  @Test
  void theNumberOfThreadsMakesNoDifference() {
    var alone =
        new TrainerSettings(
            SETTINGS.features(),
            SETTINGS.sentence(),
            SETTINGS.cost(),
            SETTINGS.positive(),
            SETTINGS.bayes(),
            5,
            1);

    TrainedModel model = Trainer.train(EXAMPLES, alone);

    assertThat(model.version()).isEqualTo(MODEL.version());
  }

  @Test
  void nobodyIsHisOwnNeighbourWhenMeasured() {
    // Topics that nothing in the texts tells of: whoever saw an example itself would know them.
    var random = new java.util.Random(4);
    List<Example> blind =
        EXAMPLES.stream()
            .map(
                e ->
                    new Example(
                        e.post(), Fixture.examples(1, true, random.nextLong()).getFirst().topics()))
            .toList();

    var quality = CrossValidation.quality(CrossValidation.run(blind, SETTINGS, 4));

    assertThat(quality.accuracy()).isLessThan(0.6);
  }

  @Test
  void itIsNotForTheThreadOfAStream() {
    assertThat(new TrainedClassifierFactory(MODEL).inPlace()).isFalse();
  }

  @Test
  void vectorsOfAnotherEmbedderAreRefused() {
    Model model = MODEL.model();
    Model other =
        ModelCopy.of(model, model.basis().replace("letters-1", "letters-2"), model.stacking());

    assertThatThrownBy(() -> ModelFile.read("a.model", ModelFile.bytes(other)))
        .hasMessageContaining("sentences-letters-2")
        .hasMessageContaining("train the model again");
  }

  @Test
  void aTopicThatTheModelDoesNotHaveIsRefused() {
    ByteBuffer bytes =
        ByteBuffer.allocate(32).putInt(1).putInt(1).put((byte) 5).put((byte) 1).putShort((short) 3);
    bytes.putShort((short) 0).flip();

    assertThatThrownBy(() -> NeighbourBytes.read(3, bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
