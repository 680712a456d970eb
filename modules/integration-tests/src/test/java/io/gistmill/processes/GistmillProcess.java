package io.gistmill.processes;

import static org.awaitility.Awaitility.await;

import io.gistmill.launcher.Main;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A command of Gistmill in a JVM of its own, which can be killed and started again. It logs as it
/// does for users.
public final class GistmillProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String ANSWERS = " answers on ";

  private final JavaProgram program;
  private final Path output;
  private ChildJvm jvm;

  private GistmillProcess(JavaProgram program, Path output) {
    this.program = program;
    this.output = output;
    this.jvm = program.start(output);
  }

  static GistmillProcess start(JavaProgram program, Path output) {
    return new GistmillProcess(loggingAsForUsers(program), output);
  }

  /// @param arguments such as `check --port 0`
  public static GistmillProcess start(Path output, String... arguments) {
    return start(JavaProgram.of(Main.class, arguments), output);
  }

  /// Runs a command to its end.
  ///
  /// @param output must not be there yet
  static Ended run(Path output, String... arguments) throws IOException {
    try (var process = start(output, arguments)) {
      int status = process.jvm.awaitExit();
      return new Ended(status, Files.readString(output));
    }
  }

  /// @param status with which it ended
  /// @param printed all of it, on both streams
  record Ended(int status, String printed) {}

  private static JavaProgram loggingAsForUsers(JavaProgram program) {
    return program.withProperty("log4j2.configurationFile", "classpath:log4j2.xml");
  }

  public ChildJvm jvm() {
    return jvm;
  }

  /// Where it answers; waits until it does.
  public URI url() {
    String line = jvm.awaitLine(ANSWERS);
    int from = line.indexOf(ANSWERS) + ANSWERS.length();
    return URI.create(line.substring(from, line.indexOf(',', from)));
  }

  /// Waits until nothing keeps it from its work.
  GistmillProcess awaitReady() {
    URI ready = url().resolve("/health/ready");
    await("ready: " + ready).atMost(LIMIT).until(() -> Http.get(ready).statusCode() == 200);
    return this;
  }

  /// As `kill -9`.
  void kill() {
    jvm.kill();
  }

  /// Starts it again after [#kill], on the same data.
  void restart() {
    jvm = program.start(output);
  }

  @Override
  public void close() {
    jvm.close();
  }
}
