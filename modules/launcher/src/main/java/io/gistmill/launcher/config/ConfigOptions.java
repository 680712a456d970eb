package io.gistmill.launcher.config;

import io.gistmill.runtime.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command takes its settings from.
public final class ConfigOptions {

  /// Written by `gistmill init`, and read where a command is not told otherwise.
  public static final Path FILE = Path.of("gistmill.yaml");

  /// Variables that begin like settings and are read elsewhere.
  private static final Set<String> ELSEWHERE = Set.of("GISTMILL_LOG");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with settings (default: gistmill.yaml, where there is one).")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting; wins over the environment and the file. May be repeated.")
  private Map<String, String> settings = new TreeMap<>();

  @Option(names = "--port", paramLabel = "N", description = "The same as --set http.port=N.")
  private @Nullable String port;

  @Option(names = "--data", paramLabel = "DIR", description = "The same as --set data=DIR.")
  private @Nullable String data;

  /// @param environment of the process
  public ConfigSources sources(Map<String, String> environment) {
    var flags = new TreeMap<>(settings);
    if (port != null) {
      flags.put("http.port", port);
    }
    if (data != null) {
      flags.put("data", data);
    }
    return ConfigSources.none()
        .withFile(file())
        .withEnvironment(environment)
        .ignoring(ELSEWHERE)
        .withCommandLine(flags);
  }

  private @Nullable Path file() {
    return config == null && Files.exists(FILE) ? FILE : config;
  }
}
