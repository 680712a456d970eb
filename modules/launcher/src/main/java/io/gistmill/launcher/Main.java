package io.gistmill.launcher;

import io.gistmill.launcher.classify.ClassifyCommand;
import io.gistmill.launcher.command.CheckCommand;
import io.gistmill.launcher.command.DemoCommand;
import io.gistmill.launcher.command.InitCommand;
import io.gistmill.launcher.command.RunCommand;
import io.gistmill.launcher.evaluate.EvaluateCommand;
import io.gistmill.launcher.plugin.PluginsCommand;
import io.gistmill.launcher.remote.ClassifiersCommand;
import io.gistmill.launcher.remote.DeliveriesCommand;
import io.gistmill.launcher.remote.DigestsCommand;
import io.gistmill.launcher.remote.PostsCommand;
import io.gistmill.launcher.remote.SourcesCommand;
import io.gistmill.launcher.remote.SubscriptionsCommand;
import io.gistmill.launcher.remote.SwitchCommand;
import io.gistmill.launcher.remote.TailCommand;
import io.gistmill.launcher.remote.TopicsCommand;
import io.gistmill.launcher.retag.RetagCommand;
import io.gistmill.launcher.shadow.ShadowCommand;
import io.gistmill.launcher.train.TrainCommand;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry point of `gistmill`.
///
/// Exit status: 0 done; 1 failed; 2 wrong usage or configuration; 3 done, but some input could not
/// be used; 128 and the number of the signal when ended by one, such as 130 after Ctrl-C.
@Command(
    name = "gistmill",
    description = "Turns streams of posts into digests.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.All.class,
      RunCommand.Producer.class,
      RunCommand.Classifier.class,
      RunCommand.Digest.class,
      RunCommand.Gateway.class,
      InitCommand.class,
      CheckCommand.class,
      PostsCommand.class,
      SourcesCommand.class,
      SubscriptionsCommand.class,
      DeliveriesCommand.class,
      DigestsCommand.class,
      TailCommand.class,
      TopicsCommand.class,
      ClassifiersCommand.class,
      PluginsCommand.class,
      SwitchCommand.class,
      ReplayCommand.class,
      ClassifyCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ShadowCommand.class,
      RetagCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {

  private Main() {}

  /// The whole command line; running it ends no process.
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport());
  }

  public static void main(String[] arguments) {
    // Kafka folds the case of names of settings by the default locale, and fails under a Turkish
    // one.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try (var _ = ShutdownHook.install(Thread.currentThread())) {
      return commandLine().execute(arguments);
    }
  }
}
