package io.gistmill.launcher;

import io.gistmill.launcher.replay.ReplaySettings;
import io.gistmill.runtime.config.ConfigReader;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.config.InvalidConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings of a replay from three places, the stronger first: command line, file, defaults.
final class ReplayConfig {

  private ReplayConfig() {}

  /// @param file null for none
  /// @param flags values from the command line by key; they win over the file
  /// @throws InvalidConfigException with all mistakes
  static ReplaySettings settings(
      List<Path> archives, Path out, @Nullable Path file, Map<String, String> flags) {
    var reader = ConfigReader.of(ConfigSources.none().withFile(file).withCommandLine(flags));
    var settings =
        new ReplaySettings(
            archives,
            out,
            reader.zone("zone", ReplaySettings.DEFAULT_ZONE),
            number(
                reader,
                "partitions",
                ReplaySettings.DEFAULT_PARTITIONS,
                ReplaySettings.MAX_PARTITIONS),
            number(
                reader,
                "items.daily",
                ReplaySettings.DEFAULT_DAILY_ITEMS,
                ReplaySettings.MAX_ITEMS),
            number(
                reader,
                "items.weekly",
                ReplaySettings.DEFAULT_WEEKLY_ITEMS,
                ReplaySettings.MAX_ITEMS));
    reader.finish();
    return settings;
  }

  private static int number(ConfigReader reader, String key, int fallback, int most) {
    return reader.number(key, fallback, 1, most);
  }
}
