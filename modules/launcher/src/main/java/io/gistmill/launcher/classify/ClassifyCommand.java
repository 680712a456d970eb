package io.gistmill.launcher.classify;

import io.gistmill.launcher.candidate.SentenceOption;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.files.WholeFile;
import io.gistmill.launcher.judge.Judge;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill classify`.
@Command(
    name = "classify",
    header = "Says which topics the posts of a file have, and why.",
    description = {
      "",
      "Writes one line of JSON for each post, in their order: its place in the file, its id, and"
          + " its topics, each with its confidence and the words that spoke for it. What cannot be"
          + " read gets a line with an error in its place.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every post was read",
      "1:it failed",
      "2:wrong usage, or a file or model that cannot be used",
      "3:done, but some lines tell an error"
    })
public final class ClassifyCommand implements Callable<Integer> {

  private static final int SOME_UNREAD = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description =
          "An archive (.md), JSON Lines of posts (.jsonl), or text with a post a line (.txt); - for"
              + " standard input. Without such an ending, its first signs say which.")
  private Path posts = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A file that 'gistmill train' wrote; without it, all classifiers that are installed"
              + " are asked, as --plugins and --sentences say.")
  private @Nullable Path model;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Mixin private SentenceOption sentences = new SentenceOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, if not to standard output.")
  private @Nullable Path out;

  @Option(names = "--all", description = "Shows the confidences of all topics; needs --model.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    checkUsage();
    PrintWriter err = spec.commandLine().getErr();
    try (Source source = Source.open(posts);
        Judge judge = judge(source)) {
      long errors = out == null ? toOutput(judge, source) : toFile(judge, source, out);
      if (errors > 0) {
        err.println(
            errors
                + (errors == 1 ? " line tells" : " lines tell")
                + " an error; see their field"
                + " error");
        err.flush();
      }
      return errors == 0 ? 0 : SOME_UNREAD;
    }
  }

  private void checkUsage() {
    var mistakes = new ArrayList<String>();
    if (model == null) {
      if (all) {
        mistakes.add(
            "--all needs --model: classifiers say the confidences of the topics alone that they give");
      }
    } else {
      mistakes.addAll(sentences.mistakesBeside("--model"));
      mistakes.addAll(plugins.mistakesBeside("--model"));
    }
    if (!mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", mistakes));
    }
  }

  private Judge judge(Source source) throws IOException {
    return model == null
        ? Judge.installed(plugins.folder(System.getenv()), sentences, source)
        : Judge.ofModel(model);
  }

  private long toOutput(Judge judge, Source source) throws IOException {
    return new Classification(judge, spec.commandLine().getOut(), all).run(source);
  }

  private long toFile(Judge judge, Source source, Path file) throws IOException {
    var errors = new long[1];
    List<Path> sources = model == null ? List.of(posts) : List.of(posts, model);
    WholeFile.at(file, sources)
        .write(
            part -> {
              try (var writer = new PrintWriter(part.toFile(), StandardCharsets.UTF_8)) {
                errors[0] = new Classification(judge, writer, all).run(source);
                if (writer.checkError()) {
                  throw new IOException(file + " cannot be written; is the disk full?");
                }
              }
            });
    return errors[0];
  }
}
