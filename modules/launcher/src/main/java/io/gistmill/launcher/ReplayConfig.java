package io.gistmill.launcher;

import io.gistmill.launcher.replay.ReplaySettings;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Settings of a replay from three places, the later ones first: command line, file, defaults.
///
/// Unknown keys are refused, and all mistakes are reported together, each with its path.
final class ReplayConfig {

  private static final String KNOWN = "zone, partitions, items.daily, items.weekly";

  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

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
    config.values.putAll(flags);
    ZoneId zone = config.take("zone", ReplaySettings.DEFAULT_ZONE, ReplayConfig::zone);
    var settings =
        new ReplaySettings(
            archives,
            out,
            zone,
            config.number("partitions", ReplaySettings.DEFAULT_PARTITIONS, 64),
            config.number("items.daily", ReplaySettings.DEFAULT_DAILY_ITEMS, 1_000),
            config.number("items.weekly", ReplaySettings.DEFAULT_WEEKLY_ITEMS, 1_000));
    config.refuseUnknown();
    if (!config.mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", config.mistakes));
    }
    return settings;
  }

  private void read(Path file) {
    if (!Files.isRegularFile(file)) {
      mistakes.add(file + ": there is no such file; give the path of a YAML file to --config");
      return;
    }
    try {
      JsonNode root = new YAMLMapper().readTree(file);
      if (!root.isMissingNode() && !root.isNull() && !root.isObject()) {
        mistakes.add(file + ": expected keys and values, such as 'zone: Europe/Berlin'");
        return;
      }
      flatten("", root);
    } catch (JacksonException e) {
      mistakes.add(file + ": not readable as YAML: " + e.getOriginalMessage());
    }
  }

  private void flatten(String path, JsonNode node) {
    node.forEachEntry(
        (name, value) -> {
          String key = path.isEmpty() ? name : path + "." + name;
          if (value.isObject()) {
            flatten(key, value);
          } else {
            values.put(key, value.asString());
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
    String text = values.remove(key);
    if (text == null) {
      return fallback;
    }
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      mistakes.add(key + ": '" + text + "' is no whole number");
    } catch (IllegalArgumentException e) {
      mistakes.add(key + ": '" + text + "' " + Objects.requireNonNull(e.getMessage()));
    }
    return fallback;
  }

  private void refuseUnknown() {
    values.keySet().forEach(key -> mistakes.add(key + ": unknown; known are " + KNOWN));
  }
}
