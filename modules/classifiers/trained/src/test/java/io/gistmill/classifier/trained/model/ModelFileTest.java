package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.trained.Fixture;
import io.gistmill.classifier.trained.learn.Trainer;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

  private static final TrainedModel MODEL =
      Trainer.train(Fixture.examples(60, false, 1), Fixture.SETTINGS);

  private static final TrainedModel WITH_SENTENCES =
      Trainer.train(Fixture.examples(60, false, 1), Fixture.SETTINGS.withSentences());

  @TempDir Path folder;

  @Test
  void aModelComesBackAsItWas() throws IOException {
    Path file = folder.resolve("a.model");
    Post post = TrainingFile.post(null, "an oven by the estuary", List.of());

    ModelFile.write(MODEL, file);
    TrainedModel back = ModelFile.read(file);

    assertThat(back.version()).isEqualTo(MODEL.version());
    assertThat(back.reader("a").read(post).confidences())
        .isEqualTo(MODEL.reader("a").read(post).confidences());
    assertThat(back.thresholds()).isEqualTo(MODEL.thresholds());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aModelWithoutASecondLookIsReadAsEarlierReleasesWroteIt(boolean sentences) {
    Model model = (sentences ? WITH_SENTENCES : MODEL).model();
    Model earlier = ModelCopy.of(model, model.basis(), Stacking.NONE);
    byte[] bytes = ModelFile.bytes(earlier);

    assertThat(model.stacking().isNone()).isFalse();
    assertThat(bytes[7]).isEqualTo((byte) (sentences ? 2 : 1));
    assertThat(ModelFile.bytes(ModelFile.read("a.model", bytes).model())).isEqualTo(bytes);
  }

  @Test
  void allPartsComeBackAsTheyWere() {
    byte[] bytes = ModelFile.bytes(WITH_SENTENCES.model());

    assertThat(bytes[7]).isEqualTo((byte) 3);
    assertThat(ModelFile.bytes(ModelFile.read("a.model", bytes).model())).isEqualTo(bytes);
  }

  @Test
  void aModelOfOneTopicATextHasNoSecondLook() {
    TrainedModel single = Trainer.train(Fixture.examples(60, true, 1), TrainerSettings.SINGLE);

    assertThat(single.model().stacking().isNone()).isTrue();
    assertThat(ModelFile.bytes(single.model())[7]).isEqualTo((byte) 1);
  }

  @Test
  void whatIsTakenForTrueIsTheSecondLook() {
    Model model = MODEL.model();
    var turned = new double[3][Stacking.inputs(3)];
    for (int topic = 0; topic < 3; topic++) {
      turned[topic][topic] = -1;
    }
    Post post = TrainingFile.post(null, "an oven by the estuary", List.of());

    Reading first = reading(ModelCopy.of(model, model.basis(), Stacking.NONE), post);
    Reading second = reading(ModelCopy.of(model, model.basis(), new Stacking(turned)), post);

    first
        .confidences()
        .forEach(
            (topic, confidence) ->
                assertThat(Objects.requireNonNull(second.confidences().get(topic)).micros())
                    .isEqualTo(1_000_000 - confidence.micros()));
  }

  private static Reading reading(Model model, Post post) {
    return TrainedModel.of(model).reader("a").read(post);
  }

  @Test
  void aSecondLookThatWasCutShortIsRefused() {
    var cut = ByteBuffer.allocate(3 * Stacking.inputs(3) * Double.BYTES - 1);

    assertThatThrownBy(() -> StackingBytes.read(3, cut))
        .isInstanceOf(BufferUnderflowException.class);
    assertThatThrownBy(() -> StackingBytes.read(Integer.MAX_VALUE / 2, cut))
        .isInstanceOf(BufferUnderflowException.class);
  }

  @Test
  void aDamagedFileIsRefused() {
    byte[] bytes = ModelFile.bytes(MODEL.model());
    bytes[bytes.length / 2] ^= 1;

    assertThatThrownBy(() -> ModelFile.read("a.model", bytes))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageStartingWith("a.model is damaged; train the model again");
  }

  @Test
  void aFileThatWasCutShortIsRefused() {
    byte[] bytes = ModelFile.bytes(MODEL.model());

    for (int length : new int[] {0, 3, 20, 100, bytes.length - 1}) {
      assertThatThrownBy(() -> ModelFile.read("a.model", Arrays.copyOf(bytes, length)))
          .isInstanceOf(InvalidModelException.class);
    }
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "This is a letter, not a model.");

    assertThatThrownBy(() -> ModelFile.read(file))
        .hasMessageContaining("is no model of Gistmill; name a file that 'gistmill train' wrote");
  }

  @Test
  void aFileOfAnotherLayoutIsRefused() {
    byte[] bytes = ModelFile.bytes(MODEL.model());
    bytes[7] = 9;

    assertThatThrownBy(() -> ModelFile.read("a.model", bytes))
        .hasMessageContaining("has version 9 of the layout")
        .hasMessageContaining("train the model again");
  }
}
