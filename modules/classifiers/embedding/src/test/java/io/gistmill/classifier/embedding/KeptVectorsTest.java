package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.KeptSentences;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.Votes;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The vectors of the posts from which the shipped model is learnt.
class KeptVectorsTest {

  private static final Path FILE = Path.of("training/vectors.bin");

  /// The cosine of two vectors of one text is above this on processors with other instructions too;
  /// those of two texts are far below.
  private static final double ALIKE = 0.98;

  private static List<Example> examples = List.of();

  @BeforeAll
  static void examples() throws IOException {
    examples = TrainingFile.readAll(Path.of("../trained/training"));
    if (Boolean.getBoolean("vectors.refresh")) {
      KeptSentences.complete(examples, FILE);
    }
  }

  @Test
  void everyPostHasOne() throws IOException {
    var kept = new KeptSentences(FILE);

    assertThat(examples)
        .as("make them anew by -Dvectors.refresh=true")
        .allMatch(example -> kept.has(example.post()));
  }

  @Test
  void theyAreThoseOfTheEmbedder() throws IOException {
    var kept = new KeptSentences(FILE);

    for (int i = 0; i < examples.size(); i += 400) {
      byte[] vector = kept.of(examples.get(i).post());
      byte[] now = Sentences.of(examples.get(i).post());
      assertThat(dot(now, vector) / Math.sqrt(dot(now, now) * dot(vector, vector)))
          .as("delete the file, and make it anew by -Dvectors.refresh=true")
          .isGreaterThan(ALIKE);
    }
  }

  private static double dot(byte[] a, byte[] b) {
    return Votes.dot(Votes.widened(a), Votes.widened(b));
  }
}
