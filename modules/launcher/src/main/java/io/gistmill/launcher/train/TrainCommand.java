package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.CrossValidation;
import io.gistmill.classifier.trained.learn.Dataset;
import io.gistmill.classifier.trained.learn.Quality;
import io.gistmill.classifier.trained.learn.Trainer;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.classifier.trained.model.ModelFile;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.launcher.files.WholeFile;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gistmill train`.
@Command(
    name = "train",
    header = "Learns a model of your own topics from labelled posts.",
    description = {
      "",
      "A file holds posts with their topics as JSON Lines, such as {\"text\": \"...\", \"topics\":"
          + " [\"rag\"]}; or a text, a tab and the name of its class on each line; or events of"
          + " the log, corrections among them, beside the posts that they name. Where every post"
          + " has exactly one topic, so will every post that the model sees.",
      "",
      "The same files give the same model, byte for byte.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the model is written",
      "1:the training failed",
      "2:wrong usage or labels; all mistakes are listed, and nothing is written",
      "3:the model is written, but its check was stopped or could not be made"
    })
public final class TrainCommand implements Callable<Integer> {

  private static final int FOLDS = 5;
  private static final int UNCHECKED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled posts, - for standard input; several files count as one.")
  private List<Path> data = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL",
      description = "The file to write; one that is there is replaced once the new one is whole.")
  private Path out = Path.of("");

  @Option(names = "--single", description = "Insists that every post has exactly one topic.")
  private boolean single;

  @Option(
      names = "--embed",
      paramLabel = "yes|no|auto",
      description =
          "Whether to look at whole sentences too: better for short texts, and some milliseconds"
              + " for each. By itself (auto) where half of the texts are under 120 characters and"
              + " there are at most 50,000. Default: ${DEFAULT-VALUE}.")
  private Embed embed = Embed.AUTO;

  @Option(
      names = "--no-check",
      description =
          "Does not measure how good the model is on posts that it has not seen, which comes last"
              + " and takes longer than the training.")
  private boolean unchecked;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WholeFile model = WholeFile.at(out, data);
    Labels labels = LabelReader.read(data);
    if (single) {
      labels.requireSingle();
    }
    var report = new TrainingReport(spec.commandLine().getOut());
    report.labels(labels);
    Dataset examples = train(labels, model, report);
    return unchecked || check(examples, report) ? 0 : UNCHECKED;
  }

  /// @return what the model has learnt from
  private Dataset train(Labels labels, WholeFile file, TrainingReport report)
      throws IOException, InterruptedException {
    try {
      long start = System.nanoTime();
      TrainerSettings settings = embed.settings(labels);
      tell(settings.features().sentences() ? "learning, from sentences too ..." : "learning ...");
      Dataset examples = Trainer.dataset(labels.examples(), settings);
      TrainedModel model = Trainer.train(examples);
      long time = System.nanoTime() - start;
      file.write(part -> ModelFile.write(model, part));
      report.model(model, out, Files.size(out), time);
      return examples;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof InterruptedException stopped) {
        throw stopped;
      }
      throw e;
    }
  }

  /// May take long, so the model is written before.
  ///
  /// @return false where it came to no end
  private boolean check(Dataset examples, TrainingReport report) {
    tell("checking on posts that a model has not seen (--no-check leaves it out) ...");
    try {
      long start = System.nanoTime();
      Quality quality = CrossValidation.quality(CrossValidation.run(examples, FOLDS));
      report.quality(quality, FOLDS, System.nanoTime() - start);
      return true;
    } catch (IllegalArgumentException e) {
      tell(out + " is written, but it could not be checked: " + e.getMessage());
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof InterruptedException)) {
        throw e;
      }
      tell("the check was stopped; " + out + " is written, and whole");
    }
    return false;
  }

  private void tell(String progress) {
    spec.commandLine().getErr().println(progress);
    spec.commandLine().getErr().flush();
  }
}
