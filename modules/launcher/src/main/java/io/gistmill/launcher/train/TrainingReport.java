package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.Quality;
import io.gistmill.classifier.trained.model.TrainedModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/// Tells people what was learnt, in whole lines. Times are in nanoseconds.
final class TrainingReport {

  private static final double SECOND = 1e9;

  private final PrintWriter out;

  TrainingReport(PrintWriter out) {
    this.out = out;
  }

  void labels(Labels labels) {
    int topics = labels.counts().size();
    line(
        "%s of %s, %s",
        counted(labels.posts().size(), "example"), counted(topics, "topic"), kind(labels));
    labels.remarks().forEach(remark -> line("%s", remark));
    for (var topic : labels.byFrequency()) {
      line("  %6d  %s", topic.getValue(), topic.getKey());
    }
    String thin = labels.thin();
    if (!thin.isEmpty()) {
      line("thin topics, with fewer than %d examples: %s", Labels.THIN, thin);
    }
    out.flush();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String kind(Labels labels) {
    return labels.single() ? "exactly one for each post" : "any number for each post";
  }

  void quality(Quality quality, int folds, long time) {
    line("on posts that it has not seen (%d folds, %.1f s):", folds, time / SECOND);
    line(
        "  precision %.3f, recall %.3f, F1 %.3f; mean F1 of topics %.3f",
        quality.micro().precision(),
        quality.micro().recall(),
        quality.micro().f1(),
        quality.macroF1());
    line(
        "  all topics right %.1f %% of the time; calibration error %.3f",
        100 * quality.accuracy(), quality.calibrationError());
    out.flush();
  }

  void model(TrainedModel model, Path file, long bytes, long time) {
    line(
        "wrote %s: version %s, %.1f MB, learnt in %.1f s",
        file, model.version(), bytes / 1e6, time / SECOND);
    line("try it with: gistmill classify --model %s FILE", file);
    out.flush();
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
