package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.KeptSentences;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The vectors of the posts from which the shipped model is learnt.
class KeptVectorsTest {

  private static final Path FILE = Path.of("training/vectors.bin");

  /// A processor with other instructions may be off by so many steps.
  private static final int OFF = 4;

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
      assertThat(IntStream.range(0, now.length).map(d -> Math.abs(now[d] - vector[d])))
          .as("delete the file, and make it anew by -Dvectors.refresh=true")
          .allMatch(off -> off <= OFF);
    }
  }
}
