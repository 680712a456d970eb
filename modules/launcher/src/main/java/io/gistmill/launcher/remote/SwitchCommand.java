package io.gistmill.launcher.remote;

import io.gistmill.classifier.ClassifierSet;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.launcher.candidate.Candidate;
import io.gistmill.launcher.candidate.CandidateFile;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gistmill switch`.
@Command(
    name = "switch",
    header = "Shows which classifiers are active, or makes another set of them active.",
    description = {
      "",
      "With --with, the parts of the candidate that differ are written into every partition of the"
          + " posts, all in one transaction, and hold from the next post on, after a restart too."
          + " Try them first with 'gistmill shadow'.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SwitchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--with",
      paramLabel = "CANDIDATE",
      description = "YAML file that describes the set of classifiers.")
  private @Nullable Path candidate;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "Switches this part of the candidate alone, such as trained, and leaves all others as"
              + " they are; may be given several times.")
  private List<String> only = List.of();

  @Option(names = "--dry-run", description = "Shows what would be switched, and switches nothing.")
  private boolean dry;

  @Option(
      names = "--pages",
      paramLabel = "URL",
      description = "Where the pages answer, if that is not --url.")
  private @Nullable String pages;

  @Mixin private PluginOptions plugins = new PluginOptions();
  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = plugins.folder(System.getenv());
    Remote reader = remote.pages(pages);
    // Not those that a candidate brings along.
    ActiveSet active = ActiveSet.of(reader, InstalledClassifiers.with(folder).registry());
    if (candidate == null) {
      if (!only.isEmpty()) {
        throw new UsageException("--only says which parts of a candidate; add --with CANDIDATE");
      }
      show(active);
      return 0;
    }
    Candidate wanted = CandidateFile.read(folder, candidate);
    List<ClassifierSwitch> switches = active.to(wanted.set(), only);
    switchTo(switches, active.set().with(switches));
    return 0;
  }

  private void show(ActiveSet active) {
    active.lines().forEach(out()::println);
    out().println("set " + active.set().version());
    out().flush();
  }

  private void switchTo(List<ClassifierSwitch> switches, ClassifierSet after)
      throws IOException, InterruptedException {
    String ids =
        switches.stream()
            .map(to -> to.id() + (to.rests() ? " off" : ""))
            .collect(Collectors.joining(", "));
    if (switches.isEmpty()) {
      out().println("set " + after.version() + " is active already");
    } else if (dry) {
      out().println(ids + " would be switched to; set " + after.version());
    } else {
      remote.remote().post("/api/switches", Map.of("switches", switches));
      out().println(ids + " from the next post on; set " + after.version());
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
