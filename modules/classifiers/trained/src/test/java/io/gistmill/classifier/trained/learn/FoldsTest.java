package io.gistmill.classifier.trained.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

  private static final int TEXTS = 30;
  private static final int FOLDS = 5;

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 8, 20})
  void versionsOfATextStayTogetherHoweverManyThereAre(int versions) {
    // given
    List<Example> examples = new ArrayList<>();
    var random = new Random(6);
    for (int text = 0; text < TEXTS; text++) {
      String words = words(random);
      SortedSet<String> topic = new TreeSet<>(List.of(text % 2 == 0 ? "odd" : "even"));
      for (int version = 0; version < versions; version++) {
        examples.add(
            new Example(TrainingFile.post(null, words + "!".repeat(version), List.of()), topic));
      }
    }

    // when
    int[] folds = Folds.of(examples, Trainer.dataset(examples, Fixture.SETTINGS).corpus(), FOLDS);

    // then
    for (int i = 0; i < folds.length; i++) {
      assertThat(folds[i]).isEqualTo(folds[i - i % versions]);
    }
    assertThat(IntStream.of(folds).distinct().count()).isGreaterThan(2);
  }

  private static String words(Random random) {
    var words = new StringBuilder();
    for (int word = 0; word < 12; word++) {
      for (int letter = 0; letter < 5; letter++) {
        words.append((char) ('a' + random.nextInt(26)));
      }
      words.append(' ');
    }
    return words.toString();
  }
}
