package io.gistmill.launcher.plugin;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Listing;
import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.files.Inputs;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill plugins`.
@Command(
    name = "plugins",
    header = "Lists classifiers, and begins, verifies and tries plug-ins.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class PluginsCommand {

  private static final int SOME_UNUSABLE = 3;
  private static final String PLUGIN = "The jar of a plug-in, or its folder with all its jars.";

  @Spec private CommandSpec spec = CommandSpec.create();

  /// What `--json` shows.
  private record Shown(List<Listing> classifiers, List<String> problems) {}

  @Command(
      name = "list",
      header = "Shows the classifiers that are installed, and what cannot be used and why.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin PluginOptions plugins,
      @Option(names = "--json", description = "Shows them as JSON.") boolean json) {
    ClassifierRegistry registry =
        ClassifierRegistry.discover(
            PluginsCommand.class.getClassLoader(), plugins.folder(System.getenv()));
    PrintWriter out = out();
    if (json) {
      out.println(
          Json.MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new Shown(registry.listings(), registry.problems())));
    } else {
      out.println(row("NAME", "VERSION", "TOPICS", "FROM"));
      registry.listings().forEach(listing -> out.println(row(listing)));
      registry.problems().forEach(problem -> out.println("cannot be used: " + problem));
    }
    out.flush();
    return registry.problems().isEmpty() ? 0 : SOME_UNUSABLE;
  }

  private static String row(Listing listing) {
    return row(
        listing.name(),
        listing.version(),
        String.valueOf(listing.topics().size()),
        listing.origin());
  }

  private static String row(String name, String version, String topics, String from) {
    return String.format(Locale.ROOT, "%-20s %-16s %6s  %s", name, version, topics, from);
  }

  @Command(
      name = "verify",
      header = "Tries whether a plug-in can be loaded and keeps what classifiers promise.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it can be used", "1:something is to be mended", "2:wrong usage"})
  int verify(
      @Parameters(paramLabel = "PLUGIN", description = PLUGIN) Path plugin,
      @Parameters(
              paramLabel = "POSTS",
              arity = "0..1",
              description = "A file with posts that should get topics: then evidence is tried too.")
          @Nullable Path posts)
      throws IOException, InterruptedException {
    Candidate candidate = Candidate.open(plugin);
    List<Post> given = posts == null ? List.of() : read(posts);
    return new Verification(candidate, given, out()).run() ? 0 : 1;
  }

  private static List<Post> read(Path file) throws IOException {
    var posts = new ArrayList<Post>();
    Inputs.read(
        file,
        input -> {
          switch (input) {
            case Input.Read read -> posts.add(read.post());
            case Input.Unread unread ->
                throw new UsageException(file + ":" + unread.line() + ": " + unread.reason());
          }
        });
    return posts;
  }

  @Command(
      name = "try",
      header = "Asks a plug-in about the posts of a file and shows what it says; changes nothing.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:every post was answered",
        "2:wrong usage, or a plug-in that cannot be used",
        "3:some posts could not be read, or failed"
      })
  int attempt(
      @Parameters(paramLabel = "PLUGIN", description = PLUGIN) Path plugin,
      @Parameters(
              paramLabel = "FILE",
              description =
                  "An archive (.md), JSON Lines of posts (.jsonl), or text with a post a line"
                      + " (.txt).")
          Path file,
      @Option(names = "--json", description = "Writes a line of JSON for each post.")
          boolean json)
      throws IOException {
    return new Trial(Candidate.open(plugin), out(), json).run(file) == 0 ? 0 : SOME_UNUSABLE;
  }

  @Command(
      name = "new",
      header = "Begins a plug-in: a Maven project with one class, its service file and its test.",
      mixinStandardHelpOptions = true)
  int begin(
      @Parameters(
              paramLabel = "NAME",
              description = "Of the classifier: lower-case letters, digits and dashes.")
          String name,
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "Where to write it (default: a folder of that name).")
          @Nullable Path folder)
      throws IOException {
    Path into = folder == null ? Path.of(name) : folder;
    Skeleton.of(name).write(into).forEach(file -> out().println("wrote " + file));
    out().println("build it with: mvn package, in " + into);
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
