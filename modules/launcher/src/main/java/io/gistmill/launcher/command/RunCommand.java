package io.gistmill.launcher.command;

import io.gistmill.launcher.config.ConfigOptions;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.service.Part;
import io.gistmill.launcher.service.Platform;
import io.gistmill.launcher.service.Times;
import io.gistmill.runtime.config.InvalidConfigException;
import io.gistmill.runtime.service.End;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gistmill run` and the commands that run one part alone.
public abstract sealed class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions options = new ConfigOptions();

  private final Set<Part> parts;

  private RunCommand(Set<Part> parts) {
    this.parts = parts;
  }

  /// Everything in one process.
  @Command(
      name = "run",
      header = "Runs everything in one process and keeps its data.",
      description = {
        "",
        "Against the cluster in the configuration, or a broker inside the process.",
        ""
      },
      mixinStandardHelpOptions = true)
  public static final class All extends RunCommand {
    public All() {
      super(EnumSet.allOf(Part.class));
    }
  }

  /// Clock and sources.
  @Command(
      name = "producer",
      header = "Runs clock, intake and feeds against a cluster.",
      mixinStandardHelpOptions = true)
  public static final class Producer extends RunCommand {
    public Producer() {
      super(EnumSet.of(Part.PRODUCER));
    }
  }

  /// The tagging.
  @Command(
      name = "classifier",
      header = "Runs the tagging of posts against a cluster.",
      mixinStandardHelpOptions = true)
  public static final class Classifier extends RunCommand {
    public Classifier() {
      super(EnumSet.of(Part.CLASSIFIER));
    }
  }

  /// Stories and digests.
  @Command(
      name = "digest",
      header = "Runs stories, digests and mails against a cluster.",
      mixinStandardHelpOptions = true)
  public static final class Digest extends RunCommand {
    public Digest() {
      super(EnumSet.of(Part.DIGEST));
    }
  }

  /// The pages.
  @Command(
      name = "gateway",
      header = "Runs pages, live streams and the reading API against a cluster.",
      mixinStandardHelpOptions = true)
  public static final class Gateway extends RunCommand {
    public Gateway() {
      super(EnumSet.of(Part.GATEWAY));
    }
  }

  @Override
  public final Integer call() throws Exception {
    GistmillConfig config =
        GistmillConfig.read(options.sources(System.getenv()), Defaults.STANDARD);
    requireCluster(config);
    return Ends.status(spec, () -> run(config));
  }

  private void requireCluster(GistmillConfig config) {
    if (parts.size() == 1 && config.kafka().bootstrap().isEmpty()) {
      throw new InvalidConfigException(
          List.of(
              "kafka.bootstrap: missing; a part alone needs a cluster:"
                  + " --set kafka.bootstrap=HOST:PORT, or use gistmill run"));
    }
  }

  private End run(GistmillConfig config) throws IOException, InterruptedException {
    try (var platform = Platform.open(config, Times.real(Machine.time()))) {
      for (Part part : parts) {
        platform.start(part);
      }
      tell(platform.serve(), config);
      return platform.services().awaitEnd();
    }
  }

  private void tell(URI url, GistmillConfig config) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("gistmill " + spec.name() + " answers on " + url + ", data in " + config.data());
    out.flush();
  }
}
