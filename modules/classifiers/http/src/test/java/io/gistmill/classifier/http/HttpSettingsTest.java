package io.gistmill.classifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

  private static final String SMALLEST =
      """
      engine: http
      url: https://topics.example.org/classify
      topics: {bees: Bees}
      """;

  @Test
  void theEngineIsFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(ClassifierEngine.class))
        .anyMatch(engine -> engine.kind().equals("http"));
  }

  @Test
  void addressAndTopicsAreEnough() {
    // given
    HttpSettings settings = HttpSettings.read(SMALLEST, Path.of(""));

    // then
    assertThat(settings.topics()).containsEntry("bees", "Bees");
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.timeOut()).isEqualTo(Duration.ofMillis(2500));
    assertThat(settings.batch()).isEqualTo(32);
    assertThat(settings.allowPrivate()).isFalse();
    assertThat(settings.token()).isEmpty();
  }

  @Test
  void allMistakesAreToldAtOnce() {
    String wrong =
        """
        engine: http
        url: ftp://topics.example.org
        topics: {All Bees: Bees, all: Everything}
        batch: 0
        time-limit: 90
        colour: red
        token-env: A
        token-file: b
        """;

    assertThatThrownBy(() -> HttpSettings.read(wrong, Path.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour: unknown; known here: allow-private, batch, engine")
        .hasMessageContaining("url: 'ftp://topics.example.org' cannot be used: only http and https")
        .hasMessageContaining("topics.All Bees: 'All Bees' should hold lower-case letters")
        .hasMessageContaining("topics.all: 'all' is the name of a route")
        .hasMessageContaining("batch: should be a whole number from 1 to 1000")
        .hasMessageContaining("time-limit: should be a number from 0.1 to 60")
        .hasMessageContaining("token-env: stands beside token-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Host", "content-length", "Content-Type"})
  void aHeaderOfGistmillsOwnCarriesNoToken(String header) {
    assertThatThrownBy(() -> HttpSettings.read(SMALLEST + "header: " + header + "\n", Path.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("header: '" + header + "' is set by Gistmill");
  }

  @Test
  void theSchemeMayBeEmpty() {
    assertThat(HttpSettings.read(SMALLEST + "scheme: \"\"\n", Path.of("")).scheme()).isEmpty();
    assertThat(HttpSettings.read(SMALLEST, Path.of("")).scheme()).isEqualTo("Bearer");
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() {
    assertThatThrownBy(() -> HttpSettings.read("a: [", Path.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line ")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theVersionChangesWithWhatMayChangeAnOutcomeAlone() {
    // given
    ClassifierFactory factory = factory(SMALLEST);

    // then
    assertThat(factory(SMALLEST + "batch: 3\n").version()).isEqualTo(factory.version());
    assertThat(factory(SMALLEST + "service: words@2\n").version()).isNotEqualTo(factory.version());
    assertThat(factory(SMALLEST.replace("bees:", "hives:")).version())
        .isNotEqualTo(factory.version());
  }

  private static ClassifierFactory factory(String settings) {
    return new HttpEngine().factory("mine", settings, Path.of(""));
  }
}
