package io.gistmill.tutorial;

import io.gistmill.launcher.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A reader's terminal: runs the commands of a page as they stand there, one block after the other
/// in the folder where the last one ended. `gistmill` and `mvn` are functions.
final class Shell {

  private static final long LIMIT_SECONDS = 120;

  private static final String FUNCTIONS =
      """
      set -euo pipefail
      java() {
        "%s/bin/java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \\
          -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx512m "$@"
      }
      gistmill() {
        case "$1" in
          demo) set -- "$@" --port "$PORT" ;;
          posts) set -- "$@" --url "http://localhost:$PORT" ;;
        esac
        java %s "$@"
      }
      mvn() {
        case "$*" in
          *package*) java %s ;;
          *install*) ;;
          *) return 1 ;;
        esac
      }
      """
          .formatted(
              System.getProperty("java.home"),
              Main.class.getName(),
              PretendedMaven.class.getName());

  private final Path temporary;
  private final int port;
  private Path folder;
  private int number;

  /// @param folder to begin in
  /// @param temporary for what is printed
  /// @param port that stands for the usual one
  Shell(Path folder, Path temporary, int port) {
    this.folder = folder;
    this.temporary = temporary;
    this.port = port;
  }

  Path folder() {
    return folder;
  }

  /// Runs commands to their end.
  ///
  /// @return what they printed
  String run(String commands) throws IOException, InterruptedException {
    Path end = temporary.resolve("folder");
    Path output = temporary.resolve("output-" + number++);
    Process process = start(commands + "\npwd > '" + end + "'\n", output);
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    String printed = Files.readString(output);
    if (!ended || process.exitValue() != 0) {
      stop(process);
      throw new AssertionError(
          commands + (ended ? " ended with " + process.exitValue() : " hangs") + ":\n" + printed);
    }
    folder = Path.of(Files.readString(end).strip());
    return printed;
  }

  /// Starts commands that run until [#stop].
  Process start(String commands, Path output) throws IOException {
    Path script = temporary.resolve("script-" + number++);
    Files.writeString(script, FUNCTIONS + commands, StandardCharsets.UTF_8);
    var builder =
        new ProcessBuilder(List.of("bash", script.toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CLASSPATH", classPath());
    builder.environment().put("PORT", Integer.toString(port));
    return builder.start();
  }

  /// That of the test, from wherever it is used.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(element -> !element.isEmpty())
        .map(element -> Path.of(element).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static void stop(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }}
