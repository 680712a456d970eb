package io.gistmill.launcher.remote;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `gistmill topics`.
@Command(
    name = "topics",
    header = "Lists, adds and tests topics.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class TopicsCommand {

  /// The classifier that takes topics from people.
  private static final String TAXONOMY = "taxonomy";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Command(
      name = "list",
      header = "Shows the topics of the running Gistmill.",
      mixinStandardHelpOptions = true)
  int list() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode topic : remote.remote().get("/api/topics").path("topics")) {
      out.println(topic.path("topic").asString("") + "  " + topic.path("name").asString(""));
    }
    return 0;
  }

  @Command(
      name = "add",
      header = "Adds topics to those there are, or changes them, from the next post on.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(
              paramLabel = "FILE",
              description = "YAML with the key topics: those to add, or to change.")
          Path file,
      @Option(names = "--afresh", description = "Forgets what earlier files have added.")
          boolean afresh,
      @Option(
              names = "--pages",
              paramLabel = "URL",
              description = "Where the pages answer, if that is not --url.")
          @Nullable String pages)
      throws IOException, InterruptedException {
    ClassifierRegistry registry = InstalledClassifiers.shipped().registry();
    ClassifierSwitch shipped = registry.standard(TAXONOMY);
    Remote reader = remote.pages(pages);
    ClassifierSwitch active = afresh ? shipped : active(reader).orElse(shipped);
    ClassifierSwitch to = merged(registry, active, file);
    remote.remote().post("/api/switches", to);
    String own =
        to.topics().keySet().stream()
            .filter(slug -> !shipped.topics().containsKey(slug))
            .collect(Collectors.joining(", "));
    spec.commandLine()
        .getOut()
        .println(
            to.id()
                + " holds from the next post on"
                + (own.isEmpty() ? "" : "; your own topics: " + own));
    return 0;
  }

  @Command(
      name = "test",
      header = "Shows which posts of a file would get a topic, and why; changes nothing.",
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(paramLabel = "SLUG", description = "The topic.") String slug,
      @Parameters(paramLabel = "FILE", description = "An archive, or JSON Lines of posts.")
          Path posts,
      @Option(
              names = "--with",
              paramLabel = "TOPICS",
              description = "YAML with topics to add for the test.")
          @Nullable Path topics)
      throws IOException {
    Source.refuseStandardInput(List.of(posts));
    ClassifierRegistry registry = InstalledClassifiers.shipped().registry();
    ClassifierSwitch to = registry.standard(TAXONOMY);
    if (topics != null) {
      to = merged(registry, to, topics);
    }
    if (!to.topics().containsKey(slug)) {
      throw new UsageException(
          "no topic " + slug + "; known are " + String.join(", ", to.topics().keySet()));
    }
    try (var trial = new TopicTrial(registry.activate(to), slug)) {
      trial.run(posts, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
    return 0;
  }

  private static Optional<ClassifierSwitch> active(Remote reader)
      throws IOException, InterruptedException {
    return reader
        .get("/api/switches")
        .path("switches")
        .valueStream()
        .map(node -> Json.MAPPER.treeToValue(node, ClassifierSwitch.class))
        .filter(last -> last.classifier().equals(TAXONOMY))
        .findFirst();
  }

  private static ClassifierSwitch merged(
      ClassifierRegistry registry, ClassifierSwitch active, Path file) throws IOException {
    try {
      return registry.add(active, Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": there is no such file");
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }
}
