package io.gistmill.testsupport.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program in a JVM of its own, which can be killed. Every failure shows the end of its output.
///
/// One thread at a time. Signals go through the process handle, because the process itself would
/// close its output with them and the last lines would be lost. Whatever still runs when this JVM
/// ends is killed.
public final class ChildJvm implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  private final String name;
  private final Process process;
  private final ChildOutput output;

  private ChildJvm(String name, Process process, ChildOutput output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  static ChildJvm start(JavaProgram program, Path file) {
    var builder =
        new ProcessBuilder(Interrupts.heeded(program.command())).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      Process process = builder.start();
      OrphanGuard.watch(process);
      var output = new ChildOutput(file);
      Thread.ofPlatform()
          .daemon()
          .name("output of " + process.pid())
          .start(() -> output.pump(process.inputReader(StandardCharsets.UTF_8)));
      return new ChildJvm(program.main(), process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Waits for `ready`, alone or followed by more, and returns what follows.
  public String awaitReady() {
    String line = awaitLine("ready", text -> text.equals("ready") || text.startsWith("ready "));
    return line.substring("ready".length()).strip();
  }

  public String awaitLine(String part) {
    return awaitLine("a line with '" + part + "'", line -> line.contains(part));
  }

  /// Waits up to two minutes for the first line since the start that fits.
  ///
  /// @param what is waited for, for the message of a failure
  public String awaitLine(String what, Predicate<String> wanted) {
    try {
      Optional<String> line = output.await(wanted, LIMIT);
      if (line.isEmpty()) {
        throw failure("did not print " + what + " (" + state() + ")");
      }
      return line.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Waits up to two minutes for the end and returns the exit status.
  public int awaitExit() {
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("did not end within " + LIMIT);
      }
      output.awaitEnd(LIMIT);
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// As `kill -9`: it gets no chance to do anything more. Returns when it is gone.
  public void kill() {
    process.toHandle().destroyForcibly();
    awaitExit();
  }

  /// As `kill`: it may end in order. Returns its exit status, 143 for a JVM without its own idea.
  public int stop() {
    process.toHandle().destroy();
    return awaitExit();
  }

  /// As Ctrl-C: it may end in order. Returns its exit status, 130 for a JVM without its own idea.
  public int interrupt() {
    try {
      var kill = new ProcessBuilder("kill", "-INT", Long.toString(pid())).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw failure("could not be interrupted");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return awaitExit();
  }

  /// The most memory that it held so far, in MiB; needs Linux and a child that is alive.
  public long peakResidentMegabytes() {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(pid()), "status"));
      Matcher peak = PEAK.matcher(status);
      if (!peak.find()) {
        throw failure("has ended and holds no memory");
      }
      return Long.parseLong(peak.group(1)) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The end of what it printed, and where all of it stands.
  public String tail() {
    return output.tail();
  }

  /// Kills it if it still runs.
  @Override
  public void close() {
    kill();
  }

  /// A process that closed its output ends at once, though not in the same moment.
  private String state() throws InterruptedException {
    boolean over = output.hasEnded() && process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    return over ? "it ended with status " + process.exitValue() : "it still runs";
  }

  private AssertionError failure(String what) {
    return new AssertionError(
        name + ", process " + pid() + ", " + what + "; its output: " + tail());
  }

  private IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for " + name, e);
  }
}
