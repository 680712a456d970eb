package io.gistmill.launcher;

import io.gistmill.launcher.failure.Causes;
import io.gistmill.launcher.remote.RemoteException;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.runtime.config.InvalidConfigException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one line what went wrong. The stack trace is in the log from level INFO on, since most
/// failures lie outside this program.
final class FailureReport implements IExecutionExceptionHandler {

  private static final int BAD_REQUEST = 400;
  private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    LOG.info("{} failed", command.getCommandName(), failure);
    String name = name(command);
    return switch (failure) {
      case UsageException _, InvalidConfigException _ ->
          say(command, String.valueOf(failure.getMessage()), CommandLine.ExitCode.USAGE);
      case RemoteException remote ->
          say(
              command,
              String.valueOf(remote.getMessage()),
              remote.status() == BAD_REQUEST
                  ? CommandLine.ExitCode.USAGE
                  : CommandLine.ExitCode.SOFTWARE);
      case InterruptedException _, ClosedByInterruptException _ ->
          say(
              command,
              name + " was stopped; its results are not complete",
              CommandLine.ExitCode.SOFTWARE);
      default -> say(command, name + " failed: " + reason(failure), CommandLine.ExitCode.SOFTWARE);
    };
  }

  /// With those above it, such as `gistmill posts send`.
  private static String name(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return command.getParent() == null ? "gistmill " + name : name;
  }

  private static int say(CommandLine command, String what, int status) {
    command.getErr().println(what);
    command.getErr().flush();
    return status;
  }

  /// What failed, and what it failed of where that says more.
  private static String reason(Exception failure) {
    Throwable told = failure;
    while (told.getCause() != null
        && (told instanceof CompletionException || told.getMessage() == null)) {
      told = told.getCause();
    }
    String message = Causes.message(told);
    String root = Causes.message(Causes.root(told));
    return message.contains(root) ? message : message + ": " + root;
  }
}
