package io.gistmill.deploy;

import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.config.InvalidConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the program makes of variables.
final class Settings {

  /// Followed by an equals sign, a colon or nothing: `GISTMILL_*` and `GISTMILL_...` are prose.
  private static final Pattern VARIABLE =
      Pattern.compile("\\bGISTMILL_[A-Z0-9]+(?:_[A-Z0-9]+)*\\b(?!_)");

  private Settings() {}

  /// @throws InvalidConfigException when the program would refuse to start
  static GistmillConfig read(Map<String, String> environment) {
    return GistmillConfig.read(sources().withEnvironment(environment), Defaults.STANDARD);
  }

  static GistmillConfig read(Path file) {
    return GistmillConfig.read(sources().withFile(file), Defaults.STANDARD);
  }

  /// Names of settings in any text.
  static Set<String> namedIn(String text) {
    return new TreeSet<>(VARIABLE.matcher(text).results().map(MatchResult::group).toList());
  }

  /// Those that the program would refuse, whatever their values.
  static List<String> unknown(Set<String> names) {
    return names.stream().filter(name -> !isKnown(name)).toList();
  }

  private static boolean isKnown(String name) {
    try {
      read(Map.of(name, "1"));
      return true;
    } catch (InvalidConfigException e) {
      return e.mistakes().stream().noneMatch(mistake -> mistake.startsWith(name + ": unknown"));
    }
  }

  private static ConfigSources sources() {
    return ConfigSources.none().ignoring(Set.of("GISTMILL_LOG"));
  }
}
