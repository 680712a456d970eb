package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Outcome;
import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The model that the build has made of posts and their vectors.
class ShippedModelOfSentencesTest {

  @Test
  void itIsTheOneThatTheClassifierTakes() {
    var factory = new TrainedClassifierFactory();

    assertThat(ShippedModel.best().sentences()).isTrue();
    assertThat(factory.name()).isEqualTo("trained");
    assertThat(factory.version())
        .isEqualTo(ShippedModel.best().version())
        .isNotEqualTo(ShippedModel.ofWords().version());
    assertThat(factory.topics()).isEqualTo(new TrainedClassifierFactory(ShippedModel.ofWords()).topics());
    assertThat(factory.inPlace()).as("asked on the thread of the stream").isFalse();
  }

  @Test
  void itIsLeftOutWhereSentencesAreNotWanted() throws IOException {
    System.setProperty(Sentences.WANTED, "no");
    try (InputStream model = Sentences.shippedModel()) {
      assertThat(model).isNull();
    } finally {
      System.clearProperty(Sentences.WANTED);
    }
  }

  @Test
  void itKnowsATopicByWhatIsMeant() {
    Post post =
        TrainingFile.post(
            null,
            "I point it at the folder with our handbooks, and it finds the right passage before it"
                + " answers, with the page beside each claim. Nothing is made up any more.",
            List.of());

    var outcome =
        (Outcome.Tagged)
            new TrainedClassifierFactory().create().classify(List.of(post)).getFirst();

    assertThat(outcome.tags()).anyMatch(tag -> tag.topic().equals("rag"));
  }
}
