package io.gistmill.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/// A command line run inside the test, with what it printed.
public record CommandRun(int status, String out, String err) {

  public static CommandRun of(Object... arguments) {
    return of(Main.commandLine(), arguments);
  }

  static CommandRun of(CommandLine command, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int status = command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(status, out.toString(), err.toString());
  }

  /// What went to standard error beside progress.
  List<String> complaints() {
    return err.lines().filter(line -> !line.matches("(Reading|Digesting) \\d+%")).toList();
  }

  /// The samples that come with Gistmill.
  public static Path samples() {
    return Path.of(System.getProperty("gistmill.root", "../.."), "samples");
  }
}
