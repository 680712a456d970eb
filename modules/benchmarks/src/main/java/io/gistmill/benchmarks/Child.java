package io.gistmill.benchmarks;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a main class in a JVM of its own, with the flags of `./gistmill`, so that one measurement
/// warms up nothing for the next.
///
/// @param folder where results lie
/// @param heapMegabytes the limit of the heap
public record Child(Path folder, int heapMegabytes) {

  /// Starts a program that ends when it is told to.
  ///
  /// @param output where what it prints goes
  public Process start(Class<?> main, Path output, List<String> arguments) throws IOException {
    return new ProcessBuilder(command(main, arguments))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /// @param result what the program writes into the file that its last argument names
  public <T> T run(Class<?> main, Class<T> result, List<String> arguments)
      throws IOException, InterruptedException {
    Path file = folder.resolve(main.getSimpleName() + ".json");
    var all = new ArrayList<>(arguments);
    all.add(file.toString());
    Process process = new ProcessBuilder(command(main, all)).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          main.getSimpleName() + " failed; what it printed above says why");
    }
    return Json.MAPPER.readValue(file, result);
  }

  private List<String> command(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}
