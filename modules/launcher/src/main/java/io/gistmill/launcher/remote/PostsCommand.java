package io.gistmill.launcher.remote;

import io.gistmill.launcher.files.GivenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill posts`.
@Command(
    name = "posts",
    header = "Sends, withdraws and corrects posts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class PostsCommand {

  private static final int SOME_REFUSED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "send",
      header = "Sends posts; one with a known id and other words is an edit.",
      mixinStandardHelpOptions = true)
  int send(
      @Parameters(
              paramLabel = "FILE",
              description = "One JSON object, an array, or JSON Lines; - for standard input.")
          String file)
      throws IOException, InterruptedException {
    byte[] body = file.equals("-") ? System.in.readAllBytes() : GivenFile.bytes(Path.of(file));
    JsonNode answer = remote.remote().post("/api/posts", body, "application/json");
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        answer.path("accepted").asInt()
            + " accepted, "
            + answer.path("rejected").asInt()
            + " rejected");
    boolean all = true;
    for (JsonNode result : answer.path("results")) {
      if (!result.path("status").asString("").equals("accepted")) {
        all = false;
        spec.commandLine()
            .getErr()
            .println("post " + (result.path("index").asInt() + 1) + ": " + reason(result));
      }
    }
    out.flush();
    return all ? 0 : SOME_REFUSED;
  }

  private static String reason(JsonNode result) {
    return result.path("reason").asString(result.path("status").asString(""));
  }

  @Command(
      name = "withdraw",
      header = "Takes a post back: it leaves every digest from the next cut on.",
      mixinStandardHelpOptions = true)
  int withdraw(@Parameters(paramLabel = "ID", description = "The post's id.") String id)
      throws IOException, InterruptedException {
    remote.remote().post("/api/posts/" + encoded(id) + "/withdrawal", Map.of());
    spec.commandLine().getOut().println(id + " is withdrawn");
    return 0;
  }

  @Command(
      name = "correct",
      header = "Says which topics a post has and has not.",
      mixinStandardHelpOptions = true)
  int correct(
      @Parameters(paramLabel = "ID", description = "The post's id.") String id,
      @Option(names = "--add", split = ",", paramLabel = "TOPIC", description = "It has these.")
          List<String> added,
      @Option(
              names = "--remove",
              split = ",",
              paramLabel = "TOPIC",
              description = "It does not have these.")
          List<String> removed)
      throws IOException, InterruptedException {
    var body =
        Map.of(
            "added", added == null ? List.of() : added,
            "removed", removed == null ? List.of() : removed);
    remote.remote().post("/api/posts/" + encoded(id) + "/correction", body);
    spec.commandLine().getOut().println(id + " is corrected");
    return 0;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
