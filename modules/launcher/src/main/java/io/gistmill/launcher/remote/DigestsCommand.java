package io.gistmill.launcher.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill digests`.
@Command(
    name = "digests",
    header = "Shows digests before they are sent, and makes those again that were.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class DigestsCommand {

  private static final int NOT_THE_SAME = 3;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  /// The forms of a digest, by the ends of their files' names.
  enum Form {
    txt,
    md,
    html,
    json
  }

  @Command(
      name = "preview",
      header = "Shows what a subscription will be sent if nothing new arrives.",
      description =
          "Posts are in it from the end of their quarter-hour on; the command says up to when.",
      mixinStandardHelpOptions = true)
  int preview(
      @Parameters(paramLabel = "SUBSCRIPTION", description = "Its id.") String subscription,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description =
                  "At the first cut from then on, such as 2025-03-05T16:00:00Z"
                      + " (default: the next cut).")
          @Nullable String at,
      @Option(
              names = "--format",
              paramLabel = "FORM",
              description = "txt, md, html or json (default: ${DEFAULT-VALUE}).",
              defaultValue = "txt")
          Form form)
      throws IOException, InterruptedException {
    String time = at == null ? "" : "&at=" + encoded(at);
    return show("/api/digests/preview?subscription=" + encoded(subscription) + time, form);
  }

  @Command(
      name = "rebuild",
      header = "Makes a digest of the last week again, from what is still kept.",
      mixinStandardHelpOptions = true)
  int rebuild(
      @Parameters(
              paramLabel = "ID",
              description = "The digest's id, such as reader-1.20250305T1600Z.")
          String id,
      @Option(
              names = "--format",
              paramLabel = "FORM",
              description = "txt, md, html or json (default: ${DEFAULT-VALUE}).",
              defaultValue = "txt")
          Form form)
      throws IOException, InterruptedException {
    return show("/api/digests/rebuild?id=" + encoded(id), form);
  }

  private int show(String path, Form form) throws IOException, InterruptedException {
    Remote.Document digest = remote.remote().document(path + "&format=" + form);
    PrintWriter out = spec.commandLine().getOut();
    out.print(digest.text());
    out.flush();
    String asOf = digest.asOf();
    if (asOf != null) {
      spec.commandLine().getErr().println("as of " + asOf + "; posts since then are not in it");
    }
    if (!digest.same()) {
      spec.commandLine()
          .getErr()
          .println("this is not what was sent: the subscription was changed since");
    }
    return digest.same() ? 0 : NOT_THE_SAME;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
