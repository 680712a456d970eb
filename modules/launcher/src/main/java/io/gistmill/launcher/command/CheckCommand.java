package io.gistmill.launcher.command;

import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.launcher.config.ConfigOptions;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gistmill check`.
@Command(
    name = "check",
    header =
        "Tries the configuration: broker, topics, ports, folders, key file, plug-ins, mail server,"
            + " DKIM record, and a webhook; changes nothing.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Ask this webhook too what is asked of it when somebody signs up with it.")
  private @Nullable String webhook;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of the webhook: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Endpoint.Format format = Endpoint.Format.STANDARD;

  @Override
  public Integer call() {
    GistmillConfig config =
        GistmillConfig.read(options.sources(System.getenv()), Defaults.STANDARD);
    List<Finding> findings = new ArrayList<>(new Checks(config).all());
    if (webhook != null) {
      findings.add(WebhookCheck.of(config.delivery(), webhook, format));
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println(
          String.format(
              Locale.ROOT, "%-5s %-8s %s", finding.grade(), finding.what(), finding.says()));
    }
    out.flush();
    return findings.stream().allMatch(Finding::good) ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
