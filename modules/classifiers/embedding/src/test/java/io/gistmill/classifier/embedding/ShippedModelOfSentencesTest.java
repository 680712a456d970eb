package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The model that the build has made of posts and their vectors.
class ShippedModelOfSentencesTest {

  private static final TrainedClassifierFactory FACTORY =
      new TrainedClassifierFactory(ShippedModel.ofSentences().orElseThrow());

  private static final String ANSWERS_FROM_HANDBOOKS =
      "I point it at the folder with our handbooks, and it finds the right passage before it"
          + " answers, with the page beside each claim. Nothing is made up any more.";

  @Test
  void itTakesThePlaceOfTheOneOfWords() {
    var words = new TrainedClassifierFactory();

    assertThat(FACTORY.name()).isEqualTo(words.name());
    assertThat(FACTORY.version()).isNotEqualTo(words.version());
    assertThat(FACTORY.topics()).isEqualTo(words.topics());
    assertThat(FACTORY.inPlace()).as("asked on the thread of the stream").isFalse();
  }

  @Test
  void itKnowsATopicByWhatIsMeant() {
    var outcome = tagged(FACTORY, ANSWERS_FROM_HANDBOOKS);

    assertThat(outcome.tags()).anyMatch(tag -> tag.topic().equals("rag"));
  }

  @Test
  void itSaysWhereAPostOnATopicSaysMost() {
    assertThat(tagged(FACTORY, ANSWERS_FROM_HANDBOOKS).emphasis()).isNotNull();
    assertThat(tagged(FACTORY, "Good morning!").emphasis()).as("without a topic").isNull();
    assertThat(tagged(new TrainedClassifierFactory(), ANSWERS_FROM_HANDBOOKS).emphasis())
        .as("by words alone")
        .isNull();
  }

  private static Outcome.Tagged tagged(TrainedClassifierFactory factory, String text) {
    List<Post> posts = List.of(TrainingFile.post(null, text, List.of()));
    return (Outcome.Tagged) factory.create().classify(posts).getFirst();
  }
}
