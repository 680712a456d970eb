package io.gistmill.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  private enum Mode {
    STRICT,
    VERY_LOOSE
  }

  @TempDir Path temp;

  @Test
  void withoutSourcesDefaultsHold() {
    ConfigReader reader = ConfigReader.of(ConfigSources.none());

    assertThat(reader.text("kafka.bootstrap", "localhost:9092")).isEqualTo("localhost:9092");
    assertThat(reader.text("kafka.bootstrap")).isEmpty();
    assertThat(reader.number("partitions", 4, 1, 64)).isEqualTo(4);
    assertThat(reader.zone("zone", ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
    assertThat(reader.secret("api.token")).isEmpty();
    reader.finish();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "flag, variable, flag",
        "-, variable, variable",
        "-, -, file",
        "flag, -, flag",
      })
  void theStrongerSourceWins(String flag, String variable, String expected) throws IOException {
    ConfigSources sources = ConfigSources.none().withFile(file("kafka: {bootstrap: file}\n"));
    if (flag != null) {
      sources = sources.withCommandLine(Map.of("kafka.bootstrap", flag));
    }
    if (variable != null) {
      sources = sources.withEnvironment(Map.of("GISTMILL_KAFKA_BOOTSTRAP", variable));
    }
    ConfigReader reader = ConfigReader.of(sources);

    String bootstrap = reader.text("kafka.bootstrap", "default");

    reader.finish();
    assertThat(bootstrap).isEqualTo(expected);
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Path yaml =
        file(
            """
            zone: Europe/Berlin
            http:
              body-limit: 5MiB
              open: yes
            mail.pause: 90s
            mode: very-loose
            data: /var/lib/gistmill
            topics: [rag, moe]
            """);
    ConfigReader reader = ConfigReader.of(ConfigSources.none().withFile(yaml));

    assertThat(reader.zone("zone", ZoneOffset.UTC)).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(reader.size("http.body-limit", 1, 1, 1 << 30)).isEqualTo(5 << 20);
    assertThat(reader.flag("http.open", false)).isTrue();
    assertThat(
            reader.duration("mail.pause", Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1)))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(reader.choice("mode", Mode.STRICT)).isEqualTo(Mode.VERY_LOOSE);
    assertThat(reader.path("data")).contains(Path.of("/var/lib/gistmill"));
    assertThat(reader.list("topics", List.of())).containsExactly("rag", "moe");
    reader.finish();
  }

  @Test
  void listsOutsideOfFilesAreWrittenWithCommas() {
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none().withEnvironment(Map.of("GISTMILL_TOPICS", "rag, moe")));

    assertThat(reader.list("topics", List.of())).containsExactly("rag", "moe");
  }

  @Test
  void freeKeysComeFromAllSourcesAndTheStrongerWins() throws IOException {
    Path yaml =
        file(
            """
            kafka:
              properties:
                security.protocol: SASL_SSL
                sasl.mechanism: PLAIN
                ssl: {truststore.location: /file.jks}
            """);
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none()
                .withFile(yaml)
                .withEnvironment(Map.of("GISTMILL_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM"))
                .withCommandLine(Map.of("kafka.properties.client.rack", "a")));

    Map<String, String> properties = reader.textMap("kafka.properties");

    reader.finish();
    assertThat(properties)
        .containsExactly(
            Map.entry("client.rack", "a"),
            Map.entry("sasl.mechanism", "SCRAM"),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("ssl.truststore.location", "/file.jks"));
  }

  @Test
  void allMistakesComeTogetherEachWithItsPlace() throws IOException {
    Path yaml = file("zone: Foo/Bar\nitems:\n  daily: 0\n  weekly: many\nzones: UTC\nmode: lax\n");
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none()
                .withFile(yaml)
                .withEnvironment(Map.of("GISTMILL_ITEMS_MONTHLY", "3", "HOME", "/base"))
                .withCommandLine(Map.of("partitions", "65")));
    reader.zone("zone", ZoneOffset.UTC);
    reader.number("partitions", 4, 1, 64);
    reader.number("items.daily", 30, 1, 1000);
    reader.number("items.weekly", 60, 1, 1000);
    reader.choice("mode", Mode.STRICT);
    reader.record("window", ConfigReaderTest::impossible);

    InvalidConfigException thrown =
        catchThrowableOfType(InvalidConfigException.class, reader::finish);

    assertThat(thrown.mistakes())
        .containsExactly(
            yaml + ":1: zone: 'Foo/Bar' is no time zone; use a name such as Europe/Berlin",
            "--partitions: '65' must lie between 1 and 64",
            yaml + ":3: items.daily: '0' must lie between 1 and 1000",
            yaml + ":4: items.weekly: 'many' is no whole number",
            yaml + ":6: mode: 'lax' is none of strict, very-loose",
            "window: begin must lie before end",
            "GISTMILL_ITEMS_MONTHLY: unknown; did you mean GISTMILL_ITEMS_DAILY?",
            yaml + ":5: zones: unknown; did you mean zone?",
            "known keys are items.daily, items.weekly, mode, partitions, zone");
    assertThat(thrown).hasMessage(String.join("\n", thrown.mistakes()));
  }

  private static Object impossible() {
    throw new IllegalArgumentException("begin must lie before end");
  }

  @Test
  void variablesThatAreNoSettingsAreLeftAlone() {
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none()
                .withEnvironment(
                    Map.of("GISTMILL_JAVA_OPTS", "-Xmx1g", "GISTMILL_X", "", "GISTMILL_HOME", "/x"))
                .ignoring(Set.of("GISTMILL_HOME")));

    reader.finish();
  }

  @Test
  void keysOfOtherCommandsAreKnownWhenTheyAreNamed() throws IOException {
    Path yaml = file("mail.host: example.test\n");
    ConfigReader reader = ConfigReader.of(ConfigSources.none().withFile(yaml));

    reader.alsoKnown("mail.host").finish();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partitions: [1, 2]     | :1: partitions: expected one value and not a list
          partitions: 2.5        | :1: partitions: '2.5' is no whole number
          partitions:            | :1: partitions: '' is no whole number
          pause: soon            | :1: pause: 'soon' is no length of time; write it such as
          pause: 3 weeks         | :1: pause: '3 weeks' is no length of time
          pause: 2h              | :1: pause: '2h' must lie between 1s and 1h
          limit: much            | :1: limit: 'much' is no size; write it such as 512KiB
          open: perhaps          | :1: open: 'perhaps' is neither true nor false
          data: ""               | :1: data: '' is empty; give a value or leave the key out
          topics: [{a: b}]       | :1: topics: expected plain values in the list
          open.wide: 5           | :1: open.wide: unknown
          just words             | : expected keys and values
          - a list               | : expected keys and values
          data: "unclosed        | :1: not readable as YAML
          {open: on, open: off}  | :1: not readable as YAML
          {a: {b: 1}, a.b: 2}    | :1: a.b: given twice
          """)
  void wrongShapeIsNamed(String text, String complaint) throws IOException {
    Path yaml = file(text + "\n");
    ConfigReader reader = ConfigReader.of(ConfigSources.none().withFile(yaml));
    reader.number("partitions", 4, 1, 64);
    reader.duration("pause", Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(1));
    reader.size("limit", 1, 1, 10);
    reader.flag("open", false);
    reader.path("data");
    reader.list("topics", List.of());

    assertThatThrownBy(reader::finish)
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(yaml + complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing but a comment\n", "---\n", "items: {}\n"})
  void aFileThatSetsNothingLeavesDefaults(String text) throws IOException {
    ConfigReader reader = ConfigReader.of(ConfigSources.none().withFile(file(text)));

    reader.finish();
  }

  @Test
  void aMissingFileIsNamedWithOtherMistakes() {
    Path absent = temp.resolve("absent.yaml");
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none().withFile(absent).withCommandLine(Map.of("partitions", "none")));
    reader.number("partitions", 4, 1, 64);

    assertThatThrownBy(reader::finish)
        .hasMessageContaining(absent + ": there is no such file")
        .hasMessageContaining("--partitions: 'none' is no whole number");
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    Path secret = Files.writeString(temp.resolve("token"), "s3cret, with comma\n");
    ConfigReader reader =
        ConfigReader.of(
            ConfigSources.none()
                .withEnvironment(Map.of("GISTMILL_API_TOKEN_FILE", secret.toString()))
                .withFile(file("api.token: weaker\n")));

    Secret token = reader.secret("api.token").orElseThrow();

    reader.finish();
    assertThat(token.reveal()).isEqualTo("s3cret, with comma");
    assertThat(token).hasToString("***");
  }

  @Test
  void mistakesNeverShowASecret() throws IOException {
    Path yaml = file("api:\n  token: hunter2\n  token.file: /nowhere\nmail: {pasword: hunter3}\n");
    ConfigReader reader = ConfigReader.of(ConfigSources.none().withFile(yaml));
    reader.secret("api.token");
    reader.secret("mail.password");

    assertThatThrownBy(reader::finish)
        .hasMessageContaining("api.token: given as " + yaml + ":3: api.token.file too")
        .hasMessageContaining("did you mean mail.password?")
        .hasMessageNotContaining("hunter");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(temp.resolve("gistmill.yaml"), text, StandardCharsets.UTF_8);
  }
}
