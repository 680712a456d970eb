package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.ReplaySettings;
import io.gistmill.runtime.config.InvalidConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayConfigTest {

  private static final List<Path> ARCHIVES = List.of(Path.of("a.md"), Path.of("b.jsonl"));
  private static final Path OUT = Path.of("out");

  @TempDir Path temp;

  @Test
  void withoutFileAndFlagsDefaultsHold() {
    ReplaySettings settings = ReplayConfig.settings(ARCHIVES, OUT, null, Map.of());

    assertThat(settings)
        .isEqualTo(new ReplaySettings(ARCHIVES, OUT, ZoneId.of("Asia/Shanghai"), 4, 30, 60));
  }

  @Test
  void fileWinsOverDefaults() throws IOException {
    Path file = file("zone: Europe/Berlin\nitems: {daily: 5, weekly: 7}\n");

    ReplaySettings settings = ReplayConfig.settings(ARCHIVES, OUT, file, Map.of());

    assertThat(settings)
        .isEqualTo(new ReplaySettings(ARCHIVES, OUT, ZoneId.of("Europe/Berlin"), 4, 5, 7));
  }

  @Test
  void flagsWinOverFile() throws IOException {
    Path file = file("zone: Europe/Berlin\npartitions: 2\n");

    ReplaySettings settings =
        ReplayConfig.settings(ARCHIVES, OUT, file, Map.of("zone", "UTC", "partitions", "8"));

    assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(settings.partitions()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing but a comment\n", "---\n", "items: {}\n"})
  void fileThatSetsNothingLeavesDefaults(String text) throws IOException {
    Path file = file(text);

    ReplaySettings settings = ReplayConfig.settings(ARCHIVES, OUT, file, Map.of());

    assertThat(settings).isEqualTo(ReplayConfig.settings(ARCHIVES, OUT, null, Map.of()));
  }

  @Test
  void allMistakesComeTogetherEachWithItsPath() throws IOException {
    Path file = file("zone: Foo/Bar\nitems: {daily: 0, weekly: many, monthly: 3}\nzones: UTC\n");

    ThrowingCallable reading =
        () -> ReplayConfig.settings(ARCHIVES, OUT, file, Map.of("partitions", "65"));

    assertThatThrownBy(reading)
        .isInstanceOf(InvalidConfigException.class)
        .message()
        .isEqualTo(
            String.join(
                "\n",
                file + ":1: zone: 'Foo/Bar' is no time zone; use a name such as Europe/Berlin",
                "--partitions: '65' must lie between 1 and 64",
                file + ":2: items.daily: '0' must lie between 1 and 1000",
                file + ":2: items.weekly: 'many' is no whole number",
                file + ":2: items.monthly: unknown; take it out",
                file + ":3: zones: unknown; did you mean zone?",
                "known keys are items.daily, items.weekly, partitions, zone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partitions: [1, 2]   | partitions: expected one value and not a list
          partitions: 2.5      | partitions: '2.5' is no whole number
          partitions:          | partitions: '' is no whole number
          zone: 8              | zone: '8' is no time zone
          items: 5             | items: unknown; take it out
          just words           | expected keys and values
          - a list             | expected keys and values
          zone: "unclosed      | not readable as YAML
          {zone: UTC, zone: Z} | not readable as YAML
          """)
  void wrongShapeIsNamed(String text, String complaint) throws IOException {
    Path file = file(text + "\n");

    ThrowingCallable reading = () -> ReplayConfig.settings(ARCHIVES, OUT, file, Map.of());

    assertThatThrownBy(reading)
        .isInstanceOf(InvalidConfigException.class)
        .message()
        .startsWith(file.toString())
        .contains(complaint);
  }

  @Test
  void missingFileIsNamedWithOtherMistakes() {
    Path file = temp.resolve("absent.yaml");

    ThrowingCallable reading =
        () -> ReplayConfig.settings(ARCHIVES, OUT, file, Map.of("partitions", "none"));

    assertThatThrownBy(reading)
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file + ": there is no such file")
        .hasMessageContaining("--partitions: 'none' is no whole number");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(temp.resolve("gistmill.yaml"), text, StandardCharsets.UTF_8);
  }
}
