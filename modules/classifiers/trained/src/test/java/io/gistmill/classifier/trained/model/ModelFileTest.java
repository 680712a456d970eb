package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.trained.Fixture;
import io.gistmill.classifier.trained.learn.Trainer;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final TrainedModel MODEL =
      Trainer.train(Fixture.examples(60, false, 1), Fixture.SETTINGS);

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

  @Test
  void aModelWithoutASecondLookIsReadAsEarlierReleasesWroteIt() {
    Model model = MODEL.model();
    var earlier =
        new Model(
            model.basis(),
            model.features(),
            model.topics(),
            model.single(),
            model.grams(),
            model.idf(),
            model.scales(),
            model.weights(),
            model.dense(),
            model.slopes(),
            model.constants(),
            Stacking.NONE,
            model.thresholds(),
            model.neighbours());
    byte[] bytes = ModelFile.bytes(earlier);

    assertThat(model.stacking().isNone()).isFalse();
    assertThat(bytes[7]).isEqualTo((byte) 1);
    assertThat(ModelFile.read("a.model", bytes).model().stacking().isNone()).isTrue();
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
