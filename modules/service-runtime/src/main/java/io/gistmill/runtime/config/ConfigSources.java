package io.gistmill.runtime.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where settings come from, the stronger first: command line, environment, file.
///
/// @param commandLine texts by key, such as `kafka.bootstrap`
/// @param environment all variables of the process; those that begin with `GISTMILL_` are settings
/// @param ignored variables that begin with `GISTMILL_` and are no settings
/// @param file YAML; null for none
public record ConfigSources(
    Map<String, String> commandLine,
    Map<String, String> environment,
    Set<String> ignored,
    @Nullable Path file) {

  /// Read by the start script, before any Java.
  private static final String JAVA_OPTIONS = "GISTMILL_JAVA_OPTS";

  public ConfigSources {
    commandLine = Map.copyOf(commandLine);
    environment = Map.copyOf(environment);
    ignored = Set.copyOf(ignored);
  }

  /// No source at all, so that defaults hold.
  public static ConfigSources none() {
    return new ConfigSources(Map.of(), Map.of(), Set.of(JAVA_OPTIONS), null);
  }

  public ConfigSources withCommandLine(Map<String, String> textByKey) {
    return new ConfigSources(textByKey, environment, ignored, file);
  }

  /// @param variables such as `System.getenv()`
  public ConfigSources withEnvironment(Map<String, String> variables) {
    return new ConfigSources(commandLine, variables, ignored, file);
  }

  public ConfigSources withFile(@Nullable Path yaml) {
    return new ConfigSources(commandLine, environment, ignored, yaml);
  }

  /// Names further variables that are no settings.
  public ConfigSources ignoring(Set<String> variables) {
    var all = new TreeSet<>(ignored);
    all.addAll(variables);
    return new ConfigSources(commandLine, environment, all, file);
  }
}
