package io.gistmill.launcher.command;

import io.gistmill.launcher.config.ConfigOptions;
import io.gistmill.launcher.config.ConfigTemplate;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill init`.
@Command(
    name = "init",
    header = "Writes a configuration with every setting explained.",
    mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file to write (default: gistmill.yaml); never one that is there already.")
  private Path file = ConfigOptions.FILE;

  @Override
  public Integer call() throws IOException {
    try {
      Files.writeString(
          file,
          ConfigTemplate.text(Machine.zone()),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(file + " is there already; name another file, or move it away");
    }
    spec.commandLine()
        .getOut()
        .println("wrote " + file + "; edit it, then try it with: gistmill check");
    return 0;
  }
}
