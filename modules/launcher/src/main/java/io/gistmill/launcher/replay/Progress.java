package io.gistmill.launcher.replay;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Tells a person how far a replay is: a bar on a terminal, a line now and then elsewhere. For one
/// thread at a time.
public interface Progress {

  /// @param done of `total`
  void show(String step, long done, long total);

  /// The step is over; what is printed next starts on a fresh line.
  void end();

  static Progress on(PrintStream out, boolean terminal) {
    return terminal
        ? new ProgressOnTerminal(out)
        : on(new PrintWriter(out, true, StandardCharsets.UTF_8));
  }

  /// Plain lines.
  static Progress on(PrintWriter out) {
    return new ProgressInLines(out);
  }
}
