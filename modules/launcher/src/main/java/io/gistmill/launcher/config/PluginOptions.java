package io.gistmill.launcher.config;

import io.gistmill.launcher.replay.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command that reads no configuration looks for plug-ins.
public final class PluginOptions {

  /// The variable of the setting `classifier.plugins`.
  private static final String VARIABLE = "GISTMILL_CLASSIFIER_PLUGINS";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "Folder with the plug-ins to ask too (default: what GISTMILL_CLASSIFIER_PLUGINS says,"
              + " else .gistmill/plugins).")
  private @Nullable Path plugins;

  /// @param environment of the process
  /// @throws UsageException when a folder is named that is not there
  public Path folder(Map<String, String> environment) {
    if (plugins != null) {
      return existing("--plugins", plugins);
    }
    String named = environment.getOrDefault(VARIABLE, "");
    return named.isEmpty() ? GistmillConfig.PLUGINS : existing(VARIABLE, Path.of(named));
  }

  /// A folder that somebody has named, as the usual one is not.
  ///
  /// @param where it was named
  /// @throws UsageException when it is not there
  public static Path existing(String where, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          where
              + ": there is no folder "
              + folder
              + "; name the one that has a folder for each plug-in, or none");
    }
    return folder;
  }

  /// @param what asks no plug-in
  /// @return what is wrong, and the mend; empty where plug-ins are not asked for
  public List<String> mistakesBeside(String what) {
    return plugins == null
        ? List.of()
        : List.of("--plugins and " + what + " cannot be given together; leave one of them out");
  }
}
