package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.config.InvalidConfigException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference of settings says what the program does: keys, defaults and ranges.
class ConfigurationPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.*-]+)` \\| ([a-z ]+) \\| ([^|]+) \\| ([^|]*)\\| [^|]+ \\|$");
  private static final Pattern CODE_ALONE = Pattern.compile("`([^`]+)`");

  /// @param key as in a file
  /// @param fallback the default, as the page writes it
  /// @param range such as `1 to 64`; empty for none
  record Row(String key, String kind, String fallback, String range) {

    static Row of(MatchResult found) {
      return new Row(found.group(1), found.group(2), found.group(3), found.group(4).strip());
    }

    /// More than any range allows.
    String absurd() {
      return switch (kind) {
        case "length of time" -> "9999d";
        case "size" -> "9999GiB";
        default -> "99999999";
      };
    }
  }

  static Stream<Row> rows() {
    return ROW.matcher(DeployFiles.read("docs/reference/configuration.md")).results().map(Row::of);
  }

  static Stream<Row> rowsWithDefault() {
    return rows().filter(row -> CODE_ALONE.matcher(row.fallback()).matches());
  }

  static Stream<Row> rowsWithRange() {
    return rows().filter(row -> !row.range().isEmpty());
  }

  @Test
  void everySettingHasARow() {
    assertThatThrownBy(() -> read(Map.of("no.such.key", "1")))
        .isInstanceOfSatisfying(
            InvalidConfigException.class,
            invalid -> {
              String known = invalid.mistakes().getLast().replace("known keys are ", "");
              List<String> keys =
                  Stream.of(known.split(", ")).filter(key -> !key.endsWith(".file")).toList();
              assertThat(rows().map(Row::key)).containsExactlyInAnyOrderElementsOf(keys);
            });
  }

  @ParameterizedTest
  @MethodSource("rowsWithDefault")
  void defaultsAreThoseOfTheProgram(Row row) {
    String value = row.fallback().replace("`", "");

    assertThat(read(Map.of(row.key(), value))).isEqualTo(read(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("rowsWithRange")
  void rangesAreThoseOfTheProgram(Row row) {
    assertThatThrownBy(() -> read(Map.of(row.key(), row.absurd())))
        .hasMessageContaining("must lie between " + row.range().replace(" to ", " and "));
  }

  @Test
  void numbersSizesAndTimesHaveRanges() {
    assertThat(rows())
        .filteredOn(row -> List.of("number", "size", "length of time").contains(row.kind()))
        .hasSizeGreaterThan(10)
        .noneMatch(row -> row.range().isEmpty());
  }

  private static GistmillConfig read(Map<String, String> settings) {
    return GistmillConfig.read(ConfigSources.none().withCommandLine(settings), Defaults.STANDARD);
  }
}
