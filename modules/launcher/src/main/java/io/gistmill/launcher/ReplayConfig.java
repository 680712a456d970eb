package io.gistmill.launcher;

import io.gistmill.launcher.replay.ReplaySettings;
import io.gistmill.launcher.replay.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Settings of a replay from three places, the stronger first: command line, file, defaults.
///
/// Unknown keys are refused, and all mistakes are reported together, each with its path.
final class ReplayConfig {

  private static final String ZONE = "zone";
  private static final String PARTITIONS = "partitions";
  private static final String DAILY = "items.daily";
  private static final String WEEKLY = "items.weekly";
  private static final String KNOWN = String.join(", ", ZONE, PARTITIONS, DAILY, WEEKLY);

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final SortedMap<String, Given> values = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

  /// @param path where it was given, for messages
  private record Given(String path, String text) {}

  private ReplayConfig() {}

  /// @param file null for none
  /// @param flags values from the command line by key; they win over the file
  /// @throws UsageException with all mistakes
  static ReplaySettings settings(
      List<Path> archives, Path out, @Nullable Path file, Map<String, String> flags) {
    var config = new ReplayConfig();
    if (file != null) {
      config.read(file);
    }
    flags.forEach((key, text) -> config.values.put(key, new Given("--" + key, text)));
    return config.settings(archives, out);
  }

  private ReplaySettings settings(List<Path> archives, Path out) {
    var settings =
        new ReplaySettings(
            archives,
            out,
            take(ZONE, ReplaySettings.DEFAULT_ZONE, ReplayConfig::zone),
            number(PARTITIONS, ReplaySettings.DEFAULT_PARTITIONS, ReplaySettings.MAX_PARTITIONS),
            number(DAILY, ReplaySettings.DEFAULT_DAILY_ITEMS, ReplaySettings.MAX_ITEMS),
            number(WEEKLY, ReplaySettings.DEFAULT_WEEKLY_ITEMS, ReplaySettings.MAX_ITEMS));
    values.values().forEach(rest -> mistakes.add(rest.path + ": unknown; known are " + KNOWN));
    if (!mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", mistakes));
    }
    return settings;
  }

  private void read(Path file) {
    if (!Files.isRegularFile(file)) {
      mistakes.add(file + ": there is no such file; give the path of a YAML file to --config");
      return;
    }
    try {
      JsonNode root = YAML.readTree(file);
      if (root.isObject()) {
        flatten(file + ": ", "", root);
      } else if (!root.isMissingNode() && !root.isNull()) {
        mistakes.add(file + ": expected keys and values, such as 'zone: Europe/Berlin'");
      }
    } catch (JacksonException e) {
      mistakes.add(file + ": not readable as YAML: " + e.getOriginalMessage());
    }
  }

  private void flatten(String place, String prefix, JsonNode node) {
    node.forEachEntry(
        (name, value) -> {
          String key = prefix + name;
          if (value.isObject()) {
            flatten(place, key + ".", value);
          } else if (value.isArray()) {
            mistakes.add(place + key + ": expected one value and not a list");
          } else {
            values.put(key, new Given(place + key, value.asString()));
          }
        });
  }

  private int number(String key, int fallback, int most) {
    return take(
        key,
        fallback,
        text -> {
          int number = Integer.parseInt(text);
          if (number < 1 || number > most) {
            throw new IllegalArgumentException("must lie between 1 and " + most);
          }
          return number;
        });
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is no time zone; use a name such as Europe/Berlin", e);
    }
  }

  private <T> T take(String key, T fallback, Function<String, T> reader) {
    Given given = values.remove(key);
    if (given == null) {
      return fallback;
    }
    try {
      return reader.apply(given.text);
    } catch (NumberFormatException e) {
      mistakes.add(given.path + ": '" + given.text + "' is no whole number");
    } catch (IllegalArgumentException e) {
      mistakes.add(given.path + ": '" + given.text + "' " + Objects.requireNonNull(e.getMessage()));
    }
    return fallback;
  }
}
