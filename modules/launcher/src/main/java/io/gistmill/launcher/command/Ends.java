package io.gistmill.launcher.command;

import io.gistmill.launcher.failure.Causes;
import io.gistmill.runtime.service.End;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// How a process that runs services ends.
final class Ends {

  private Ends() {}

  /// @param run returns when the services have ended
  /// @return 0 when they were told to end, 1 when one of them died
  static int status(CommandSpec spec, Callable<End> run) throws Exception {
    try {
      return switch (run.call()) {
        case End.Stopped() -> ExitCode.OK;
        case End.Died(String service, Throwable cause) -> {
          spec.commandLine()
              .getErr()
              .println(
                  "gistmill "
                      + spec.name()
                      + " failed: "
                      + service
                      + " has died: "
                      + Causes.message(Causes.root(cause)));
          yield ExitCode.SOFTWARE;
        }
      };
    } catch (InterruptedException e) {
      return ExitCode.OK;
    }
  }
}
