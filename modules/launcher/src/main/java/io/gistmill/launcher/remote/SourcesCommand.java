package io.gistmill.launcher.remote;

import io.gistmill.launcher.files.GivenFile;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill sources`.
@Command(
    name = "sources",
    header = "Lists, adds, tests and removes the feeds that are followed.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class SourcesCommand {

  private static final int SOME_REFUSED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "list",
      header = "Shows each source and how it fares.",
      mixinStandardHelpOptions = true)
  int list(@Option(names = "--json", description = "As JSON.") boolean json)
      throws IOException, InterruptedException {
    JsonNode answer = remote.remote().get("/api/sources");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
      return 0;
    }
    JsonNode sources = answer.path("sources");
    if (sources.isEmpty()) {
      out.println("no sources yet; add one with: gistmill sources add ADDRESS");
    }
    for (JsonNode source : sources) {
      out.println(Lines.source(source));
    }
    return 0;
  }

  @Command(
      name = "add",
      header = "Follows a feed, the feed of a page, or all feeds of an OPML file.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "ADDRESS", description = "An http(s) address, or an OPML file.")
          String address,
      @Option(names = "--untested", description = "Adds it even if it does not answer now.")
          boolean untested)
      throws IOException, InterruptedException {
    String path = "/api/sources" + (untested ? "?untested=true" : "");
    JsonNode answer =
        isAddress(address)
            ? remote.remote().post(path, Map.of("address", address))
            : remote.remote().post(path, opml(address), "text/x-opml");
    boolean all = true;
    for (JsonNode result : answer.path("results")) {
      all &= report(result);
    }
    return all ? 0 : SOME_REFUSED;
  }

  private static byte[] opml(String file) throws IOException {
    if (file.contains("://")) {
      throw new UsageException(
          file + ": addresses with http:// or https:// are followed, or those in an OPML file");
    }
    return GivenFile.bytes(Path.of(file));
  }

  private boolean report(JsonNode result) {
    String reason = result.path("reason").asString("");
    String line =
        result.path("status").asString("")
            + " "
            + result.path("id").asString("")
            + " "
            + result.path("address").asString("");
    if (reason.isEmpty()) {
      spec.commandLine().getOut().println(line.strip());
    } else {
      spec.commandLine().getErr().println(line.strip() + ": " + reason);
    }
    return reason.isEmpty();
  }

  @Command(
      name = "test",
      header = "Fetches an address now and shows what would come; changes nothing.",
      mixinStandardHelpOptions = true)
  int test(@Parameters(paramLabel = "ADDRESS") String address)
      throws IOException, InterruptedException {
    JsonNode answer = remote.remote().post("/api/sources/test", Map.of("address", address));
    spec.commandLine().getOut().println(answer.toPrettyString());
    return 0;
  }

  @Command(name = "remove", header = "Follows a source no longer.", mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "ID", description = "As in the list.") String id)
      throws IOException, InterruptedException {
    remote.remote().delete("/api/sources/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    spec.commandLine().getOut().println(id + " is removed");
    return 0;
  }

  private static boolean isAddress(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }
}
