package io.gistmill.launcher.config;

import java.nio.file.Path;
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
  public Path folder(Map<String, String> environment) {
    if (plugins != null) {
      return plugins;
    }
    String named = environment.getOrDefault(VARIABLE, "");
    return named.isEmpty() ? GistmillConfig.PLUGINS : Path.of(named);
  }
}
