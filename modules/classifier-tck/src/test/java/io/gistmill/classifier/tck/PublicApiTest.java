package io.gistmill.classifier.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.api.text.Simplified;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is compiled against the API of classifiers goes on to work. `public-api.txt` holds the API;
/// `-Dapi.refresh=true` writes it anew.
class PublicApiTest {

  private static final Path FILE = Path.of("src", "test", "resources", "public-api.txt");

  @Test
  void nothingLeavesTheApiAndWhatComesIsWrittenDown() throws IOException {
    // given
    List<String> api =
        PublicApi.of(
            Classifier.class,
            ClassifierFactory.class,
            ClassifierEngine.class,
            SummariserEngine.class,
            Simplified.class,
            ClassifierContract.class,
            SummariserContract.class,
            Contract.class,
            Posts.class);
    if (Boolean.getBoolean("api.refresh")) {
      Files.write(FILE, api);
    }

    // when
    List<String> written = Files.readAllLines(FILE);

    // then
    var gone = new ArrayList<>(written);
    gone.removeAll(api);
    assertThat(gone).as("from 1.0 on none of these may leave the API, or change").isEmpty();
    assertThat(api)
        .as("what is new, with a default where authors implement it, is written with -Dapi.refresh")
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "io.gistmill.classifier.api.Classifier, classify",
    "io.gistmill.classifier.api.ClassifierFactory, create name topics version",
    "io.gistmill.classifier.api.ClassifierEngine, factory kind",
    "io.gistmill.classifier.api.summary.SummariserEngine, factory kind",
    "io.gistmill.classifier.api.summary.SummariserFactory, create name version",
    "io.gistmill.classifier.api.summary.Summariser, summarise",
    "io.gistmill.classifier.tck.ClassifierContract, factory posts",
    "io.gistmill.classifier.tck.SummariserContract, factory post",
  })
  void authorsNeedImplementNothingMore(Class<?> type, String methods) {
    assertThat(Arrays.stream(type.getDeclaredMethods()))
        .filteredOn(method -> Modifier.isAbstract(method.getModifiers()))
        .extracting(method -> method.getName())
        .containsExactlyInAnyOrder(methods.split(" ", -1));
  }
}
