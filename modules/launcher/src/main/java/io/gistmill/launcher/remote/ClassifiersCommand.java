package io.gistmill.launcher.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill classifiers`.
@Command(
    name = "classifiers",
    header = "Shows how the classifiers of a running Gistmill fare; switches one off or on.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class ClassifiersCommand {

  private static final String PATH = "/api/classifiers";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "list",
      header = "Shows each classifier, its calls and its failures.",
      mixinStandardHelpOptions = true)
  int list(@Option(names = "--json", description = "As JSON.") boolean json)
      throws IOException, InterruptedException {
    JsonNode answer = remote.remote().get(PATH);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
    } else {
      answer.path("classifiers").forEach(each -> out.println(line(each)));
      if (!answer.path("atWork").asBoolean(true)) {
        out.println("as they come: this process works on no posts and knows of no switches");
      }
    }
    return 0;
  }

  private static String line(JsonNode one) {
    String failures =
        one.path("failures")
            .propertyStream()
            .map(failure -> failure.getKey() + " " + failure.getValue().asLong())
            .collect(Collectors.joining(", "));
    String reason = one.path("lastReason").asString("");
    return one.path("name").asString("")
        + "@"
        + one.path("version").asString("")
        + "  "
        + (one.path("on").asBoolean() ? "on" : "off")
        + "  circuit "
        + one.path("circuit").asString("")
        + "  "
        + one.path("calls").asLong()
        + " calls  "
        + one.path("answers").asLong()
        + " answers  failures: "
        + (failures.isEmpty() ? "none" : failures)
        + (reason.isEmpty() ? "" : "; the last: " + reason);
  }

  @Command(
      name = "off",
      header = "Asks a classifier no more, from the next post on.",
      mixinStandardHelpOptions = true)
  int off(@Parameters(paramLabel = "NAME", description = "As list shows it.") String name)
      throws IOException, InterruptedException {
    return turn(name, false);
  }

  @Command(
      name = "on",
      header = "Asks a classifier again, from the next post on.",
      mixinStandardHelpOptions = true)
  int on(@Parameters(paramLabel = "NAME", description = "As list shows it.") String name)
      throws IOException, InterruptedException {
    return turn(name, true);
  }

  private int turn(String name, boolean on) throws IOException, InterruptedException {
    String path = PATH + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    JsonNode answer = remote.remote().post(path, Map.of("on", on));
    spec.commandLine()
        .getOut()
        .println(
            answer.path("classifier").asString(name)
                + " is "
                + (on ? "on" : "off")
                + " from the next post on");
    return 0;
  }
}
