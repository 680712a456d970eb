package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class BackgroundTest {

  private static final Path TABLE =
      Path.of("src/main/resources/io/gistmill/classifier/names/background.tsv");
  private static final Path POSTS = Path.of("../classifiers/trained/training");

  /// What is counted changes with the rules by which names are found, and with the posts; the
  /// weights of the desk's model are to be learnt anew with it.
  @Test
  @EnabledIfSystemProperty(named = "background.refresh", matches = "true")
  void countsAnew() throws IOException {
    Files.writeString(TABLE, BackgroundTable.of(POSTS));
    assertThat(TABLE).content().contains("posts\t");
  }

  @Test
  void whatEverybodyNamesWeighsLess() {
    Background background = Background.shipped();

    assertThat(background.weightOfName("openai"))
        .isLessThan(background.weightOfName("graphcast"))
        .isGreaterThan(0);
    assertThat(background.weightOfName("nobody named this")).isEqualTo(Name.MAX_WEIGHT);
  }

  @Test
  void aPlaceOrAPlatformWeighsLittleHoweverRareItIs() {
    var background = new Background(1_000, Map.of());

    assertThat(background.weightOfName("hong kong")).isEqualTo(8);
    assertThat(background.weightOfName("youtube")).isEqualTo(8);
  }

  @Test
  void twiceTheLogarithmOfTheRarity() {
    var background = new Background(1_000, Map.of("n wheel", 8, "w wheel", 8));

    assertThat(background.weightOfName("wheel")).isEqualTo(14);
    assertThat(background.weightOfCount(background.countOfWord("wheel"))).isEqualTo(14);
  }
}
