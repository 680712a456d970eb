package io.gistmill.deploy;

import java.util.Map;
import java.util.TreeMap;

/// Lines `NAME=value`, as compose and systemd read them.
final class EnvFile {

  private EnvFile() {}

  static Map<String, String> read(String name) {
    Map<String, String> all = new TreeMap<>();
    DeployFiles.read(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line ->
                all.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return all;
  }
}
