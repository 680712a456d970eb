package io.gistmill.launcher.command;

import io.gistmill.launcher.config.DurationOption;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.demo.Demo;
import io.gistmill.runtime.config.ConfigSources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gistmill demo`.
@Command(
    name = "demo",
    header = "Shows the whole of Gistmill on this machine, with sample posts flowing in.",
    description = {
      "",
      "A Kafka broker, all services and the pages run in one process. Two weeks of sample posts lie"
          + " behind, two more flow in, with time running fast. Nothing is installed and nothing"
          + " leaves the machine; mails land in a folder and on a page.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

  private static final Duration DAY = Duration.ofSeconds(30);

  /// The zone of the samples, so that each of their days has its digest.
  private static final Defaults DEFAULTS =
      new Defaults(Path.of(".gistmill", "demo"), ZoneId.of("Asia/Shanghai"), 0);

  /// A demo has few posts, and each partition takes a part of its start.
  private static final Map<String, String> SMALL = Map.of("partitions", "1", "subscribers", "1");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", paramLabel = "N", description = "Of the pages (default: 8080).")
  private @Nullable String port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Emptied at the start (default: .gistmill/demo).")
  private @Nullable String data;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder with the plug-ins to ask too (default: .gistmill/plugins).")
  private @Nullable String plugins;

  @Option(
      names = "--day",
      paramLabel = "TIME",
      converter = DurationOption.class,
      description = "How long a day of the samples takes, such as 2m (default: 30s).")
  private Duration day = DAY;

  @Option(names = "--once", description = "Ends when the first digest is on the page.")
  private boolean once;

  @Override
  public Integer call() throws Exception {
    var flags = new TreeMap<>(SMALL);
    if (port != null) {
      flags.put("http.port", port);
    }
    if (data != null) {
      flags.put("data", data);
    }
    if (plugins != null) {
      flags.put(
          "classifier.plugins", PluginOptions.existing("--plugins", Path.of(plugins)).toString());
    }
    if (day.compareTo(Duration.ofSeconds(1)) < 0 || day.compareTo(Duration.ofDays(1)) > 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--day: a day of the samples takes between 1s and 1d; give such a time");
    }
    GistmillConfig config =
        GistmillConfig.read(ConfigSources.none().withCommandLine(flags), DEFAULTS);
    return Ends.status(spec, () -> new Demo(config, day, once, this::say).run());
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
