package io.gistmill.launcher.evaluate;

import io.gistmill.contracts.Json;
import io.gistmill.launcher.candidate.SentenceOption;
import io.gistmill.launcher.config.PluginOptions;
import io.gistmill.launcher.evaluate.Evaluation.CurvePoint;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.files.WholeFile;
import io.gistmill.launcher.judge.Judge;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.launcher.train.Embed;
import io.gistmill.launcher.train.LabelReader;
import io.gistmill.launcher.train.Labels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gistmill evaluate`.
@Command(
    name = "evaluate",
    header = "Measures how good the topics are.",
    description = {
      "",
      "Compares the topics that posts get with those that readers gave: precision, recall, F1 and"
          + " calibration of each topic, which topics are taken for which, and the worst mistakes.",
      "",
      "GOLD is JSON Lines with a post's \"ordinal\" or \"id\" and its \"topics\": one list, or one"
          + " for each reader.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:measured",
      "1:it failed",
      "2:wrong usage, or files that cannot be used; nothing is written",
      "3:measured, but some posts, lines of GOLD or points of the curve could not be used"
    })
public final class EvaluateCommand implements Callable<Integer> {

  private static final int SOME_UNUSED = 3;
  private static final int FOLDS = 5;
  private static final int FEWEST_FOLDS = 3;
  private static final int MOST_FOLDS = 20;
  private static final int UNKNOWN_SHOWN = 20;
  private static final double SECOND = 1e9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "POSTS",
      description =
          "An archive (.md), JSON Lines (.jsonl), or text with a post a line (.txt); - for standard"
              + " input.")
  private @Nullable Path posts;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "GOLD",
      description = "What readers say of the posts.")
  private @Nullable Path gold;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A file that 'gistmill train' wrote; without it, all classifiers that are installed"
              + " are measured together, as --plugins and --sentences say.")
  private @Nullable Path model;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Mixin private SentenceOption sentences = new SentenceOption();

  @Option(
      names = "--cross-validate",
      arity = "1..*",
      paramLabel = "TRAINING",
      description =
          "Instead of POSTS and GOLD: labelled posts as 'gistmill train' takes them, each judged by"
              + " a model that learnt from the others.")
  private List<Path> training = List.of();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "With --cross-validate: into how many parts the labelled posts are cut (default: 5). Time"
              + " grows with the square.")
  private @Nullable Integer folds;

  @Option(
      names = "--embed",
      paramLabel = "yes|no|auto",
      description =
          "With --cross-validate: whether the models look at whole sentences too, as for 'gistmill"
              + " train' (default: auto).")
  private @Nullable Embed embed;

  @Option(
      names = "--learning-curve",
      description =
          "With --cross-validate: measures models of fewer labelled posts too; takes twice as long"
              + " as the rest.")
  private boolean curve;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes all that was measured as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes one page with charts that needs nothing else.")
  private @Nullable Path html;

  private long complaints;

  @Override
  public Integer call() throws IOException {
    checkUsage();
    WholeFile jsonFile = json == null ? null : WholeFile.at(json, sources());
    WholeFile htmlFile = html == null ? null : WholeFile.at(html, sources());
    Evaluation evaluation = posts != null && gold != null ? compare(posts, gold) : crossValidate();
    if (jsonFile != null) {
      jsonFile.write(
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(evaluation) + "\n");
    }
    if (htmlFile != null) {
      htmlFile.write(EvaluationPage.of(evaluation));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(EvaluationText.of(evaluation));
    out.flush();
    return complaints == 0 ? 0 : SOME_UNUSED;
  }

  private void checkUsage() {
    var mistakes = new ArrayList<String>();
    if (training.isEmpty()) {
      checkComparison(mistakes);
    } else {
      checkCrossValidation(mistakes);
    }
    if (folds() < FEWEST_FOLDS || folds() > MOST_FOLDS) {
      mistakes.add(
          "--folds: '" + folds + "' must lie between " + FEWEST_FOLDS + " and " + MOST_FOLDS);
    }
    if (json != null
        && html != null
        && json.toAbsolutePath().normalize().equals(html.toAbsolutePath().normalize())) {
      mistakes.add("--json and --html name the same file; name two");
    }
    if (!mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", mistakes));
    }
  }

  private void checkComparison(List<String> mistakes) {
    if (posts == null || gold == null) {
      mistakes.add("give POSTS and GOLD, or labelled posts with --cross-validate");
    }
    if (curve) {
      mistakes.add("--learning-curve needs labelled posts to learn from; give --cross-validate");
    }
    if (folds != null) {
      mistakes.add("--folds cuts labelled posts; give --cross-validate, or leave --folds out");
    }
    if (embed != null) {
      mistakes.add(
          "--embed is for models that are learnt here; give --cross-validate, or leave --embed"
              + " out");
    }
    if (model != null) {
      checkNoClassifiers("--model", mistakes);
    }
  }

  private void checkNoClassifiers(String instead, List<String> mistakes) {
    mistakes.addAll(sentences.mistakesBeside(instead));
    mistakes.addAll(plugins.mistakesBeside(instead));
  }

  private void checkCrossValidation(List<String> mistakes) {
    if (posts != null || model != null) {
      mistakes.add(
          "--cross-validate makes its own models of TRAINING; leave POSTS and --model out");
    }
    checkNoClassifiers("--cross-validate", mistakes);
  }

  private List<Path> sources() {
    var sources = new ArrayList<>(training);
    for (Path source : new @Nullable Path[] {posts, gold, model}) {
      if (source != null) {
        sources.add(source);
      }
    }
    return sources;
  }

  private Evaluation compare(Path posts, Path gold) throws IOException {
    Gold readers = GoldReader.read(gold);
    try (Source source = Source.open(posts);
        Judge judge = judge(source)) {
      tellUnknown(readers, judge);
      List<Judged> judged = Measuring.posts(source, readers, judge, this::complain);
      if (judged.isEmpty()) {
        throw new UsageException(
            "no post of "
                + posts
                + " stands in "
                + gold
                + "; both must use the same ordinals or"
                + " ids");
      }
      String subject =
          (model == null ? "All classifiers" : model.toString())
              + " on "
              + judged.size()
              + (judged.size() == 1 ? " post of " : " posts of ")
              + posts
              + " against "
              + gold;
      return Evaluation.of(subject, judged);
    }
  }

  private Judge judge(Source source) throws IOException {
    return model == null
        ? Judge.installed(plugins.folder(System.getenv()), sentences, source)
        : Judge.ofModel(model);
  }

  private Evaluation crossValidate() throws IOException {
    Labels labels = LabelReader.read(training);
    try {
      var unseen = new Unseen(labels, embed().settings(labels), folds());
      long start = System.nanoTime();
      tell("cross-validation: " + labels.posts().size() + " posts in " + folds() + " folds ...");
      Evaluation evaluation = Evaluation.of(unseen.subject(), unseen.judged());
      double seconds = (System.nanoTime() - start) / SECOND;
      return curve ? evaluation.with(points(unseen, evaluation, seconds)) : evaluation;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<CurvePoint> points(Unseen unseen, Evaluation evaluation, double seconds) {
    tell(
        String.format(
            Locale.ROOT,
            "cross-validation took %.0f s; the learning curve takes about %.0f s more",
            seconds,
            2 * seconds));
    var points = new ArrayList<>(unseen.curve(this::tell, this::complain));
    points.add(
        new CurvePoint(
            evaluation.posts(), evaluation.summary().f1(), evaluation.summary().macroF1()));
    return points;
  }

  private Embed embed() {
    return embed == null ? Embed.AUTO : embed;
  }

  private int folds() {
    return folds == null ? FOLDS : folds;
  }

  /// Their lines count all the same: a topic may be missing among those that can be given.
  private void tellUnknown(Gold readers, Judge judge) {
    SortedSet<String> unknown = readers.topics();
    unknown.removeAll(judge.topics());
    if (!unknown.isEmpty()) {
      tell(
          readers.file()
              + " has topics that "
              + (model == null ? "no classifier" : "the model never")
              + " gives, which count as missed: "
              + unknown.stream().limit(UNKNOWN_SHOWN).collect(Collectors.joining(", "))
              + (unknown.size() > UNKNOWN_SHOWN ? ", ..." : "")
              + "; check how they are written");
    }
  }

  private void complain(String complaint) {
    complaints++;
    tell(complaint);
  }

  private void tell(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
