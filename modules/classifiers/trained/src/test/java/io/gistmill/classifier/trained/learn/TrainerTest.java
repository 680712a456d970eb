package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.trained.Fixture;
import io.gistmill.classifier.trained.model.ModelFile;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  @TempDir Path folder;

  @Test
  void theSameExamplesGiveTheSameBytesWithAnyNumberOfThreads() throws IOException {
    TrainerSettings one = Fixture.SETTINGS;
    var two =
        new TrainerSettings(
            one.features(),
            one.sentence(),
            one.cost(),
            one.positive(),
            one.bayes(),
            one.folds(),
            2);

    byte[] first = bytes(Trainer.train(Fixture.examples(90, false, 3), one));
    byte[] second = bytes(Trainer.train(Fixture.examples(90, false, 3), two));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void otherExamplesGiveAnotherVersion() {
    assertThat(Trainer.train(Fixture.examples(60, false, 3), Fixture.SETTINGS).version())
        .isNotEqualTo(Trainer.train(Fixture.examples(60, false, 4), Fixture.SETTINGS).version());
  }

  @Test
  void examplesThatAreAllAlikeAreRefused() {
    List<Example> alike =
        Fixture.examples(20, false, 1).stream()
            .map(example -> new Example(example.post(), new TreeSet<>(List.of("bread"))))
            .toList();

    assertThatThrownBy(() -> Trainer.train(alike, Fixture.SETTINGS))
        .hasMessageContaining("nothing to tell apart; add others");
  }

  @Test
  void tooFewExamplesAreRefused() {
    assertThatThrownBy(() -> Trainer.train(Fixture.examples(3, false, 1), Fixture.SETTINGS))
        .hasMessageContaining("there are 3 examples; at least 8 are needed");
  }

  @Test
  void whatIsEasilyToldApartIsToldApart() {
    var predictions = CrossValidation.run(Fixture.examples(200, false, 5), Fixture.SETTINGS, 4);
    Quality quality = CrossValidation.quality(predictions);

    assertThat(predictions).hasSize(200);
    assertThat(quality.micro().f1()).isGreaterThan(0.95);
    assertThat(quality.calibrationError()).isLessThan(0.06);
  }

  @Test
  void topicsThatNothingTellsOfAreNotGivenConfidently() {
    List<Example> blind =
        Fixture.examples(200, false, 6).stream()
            .map(
                e ->
                    new Example(
                        TrainingFile.post(null, "今天 " + e.hashCode(), List.of()), e.topics()))
            .toList();

    var predictions = CrossValidation.run(blind, Fixture.SETTINGS, 4);

    assertThat(predictions)
        .allSatisfy(
            prediction ->
                assertThat(prediction.confidences().values())
                    .allMatch(confidence -> confidence.micros() < 800_000));
  }

  @Test
  void duplicatesAreJudgedTogether() {
    List<Example> examples = Fixture.examples(30, false, 7);
    var doubled = new java.util.ArrayList<>(examples);
    for (Example example : examples) {
      String text = example.post().text() + "!";
      doubled.add(new Example(TrainingFile.post(null, text, List.of()), example.topics()));
    }
    Corpus corpus = Corpus.of(doubled, Fixture.SETTINGS.features(), Sentences::of, 1);

    int[] folds = Folds.of(doubled, corpus, 3);

    for (int i = 0; i < 30; i++) {
      assertThat(folds[i + 30]).isEqualTo(folds[i]);
    }
  }

  @Test
  void aCurveEndsWithAllExamples() {
    var points = LearningCurve.run(Fixture.examples(120, false, 8), Fixture.SETTINGS, 3, 3);

    assertThat(points).extracting(LearningCurve.Point::examples).containsExactly(40, 80, 120);
  }

  @Test
  void aLineThatCannotBeReadIsNamed() throws IOException {
    Path file =
        Files.writeString(folder.resolve("part-A.jsonl"), "{\"text\":\"a\",\"topics\":[]}\n{\n");

    assertThatThrownBy(() -> TrainingFile.readAll(folder))
        .hasMessageContaining(file.getFileName() + ", line 2: should be a JSON object");
  }

  private byte[] bytes(TrainedModel model) throws IOException {
    Path file = folder.resolve("a.model");
    ModelFile.write(model, file);
    return Files.readAllBytes(file);
  }
}
