package io.gistmill.launcher.evaluate;

import io.gistmill.classifier.trained.learn.CrossValidation;
import io.gistmill.classifier.trained.learn.CrossValidation.Prediction;
import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.LearningCurve;
import io.gistmill.classifier.trained.learn.Quality;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.launcher.evaluate.Evaluation.CurvePoint;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.files.Inputs;
import io.gistmill.launcher.judge.Judge;
import io.gistmill.launcher.judge.Judgement;
import io.gistmill.launcher.train.Labelled;
import io.gistmill.launcher.train.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Has posts judged that readers have judged too.
final class Measuring {

  private static final int EXCERPT = 160;
  private static final int STEPS = 5;

  private static final Comparator<Judged.Given> STRONGEST =
      Comparator.comparing(Judged.Given::confidence).reversed().thenComparing(Judged.Given::topic);

  private Measuring() {}

  /// Posts in the order of the file; those of which readers say nothing are left out.
  ///
  /// @param complaints told what could not be used, for people
  static List<Judged> posts(Path file, Gold gold, Judge judge, Consumer<String> complaints)
      throws IOException {
    var judged = new ArrayList<Judged>();
    Gold.Finder finder = gold.finder();
    Inputs.read(
        file,
        input -> {
          switch (input) {
            case Input.Read read -> {
              Gold.Line line = finder.of(read);
              if (line != null) {
                judged.add(judged(read, line, judge, complaints));
              }
            }
            case Input.Unread unread -> complaints.accept(told(file, unread));
          }
        });
    gold.lines().stream()
        .filter(line -> finder.unasked().contains(line.number()))
        .forEach(line -> complaints.accept(line.post() + " is not among the posts of " + file));
    return judged;
  }

  private static String told(Path file, Input.Unread unread) {
    return unread.line() == 0
        ? unread.reason()
        : file + ", line " + unread.line() + ": " + unread.reason();
  }

  private static Judged judged(
      Input.Read read, Gold.Line line, Judge judge, Consumer<String> complaints) {
    Judgement judgement = judge.judge(read.post());
    judgement
        .failures()
        .forEach(failure -> complaints.accept("post " + read.ordinal() + ": " + failure));
    return new Judged(
        line.post(),
        excerpt(read.post()),
        judgement.topics().stream()
            .map(tag -> new Judged.Given(tag.topic(), tag.confidence(), Judgement.words(tag)))
            .toList(),
        judgement.confidences(),
        line.topics());
  }

  /// Each post as a model judges it that has not seen it.
  static List<Judged> unseen(Labels labels, int folds) {
    List<Prediction> predictions = CrossValidation.run(labels.examples(), labels.settings(), folds);
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < predictions.size(); i++) {
      judged.add(judged(labels.posts().get(i), predictions.get(i)));
    }
    return judged;
  }

  private static Judged judged(Labelled post, Prediction prediction) {
    return new Judged(
        post.place(),
        excerpt(post.example().post()),
        prediction.given().stream()
            .map(
                topic ->
                    new Judged.Given(
                        topic,
                        Objects.requireNonNull(prediction.confidences().get(topic)),
                        List.of()))
            .sorted(STRONGEST)
            .toList(),
        prediction.confidences(),
        List.of(post.example().topics()));
  }

  /// Points of ever more examples, up to but without all of them; without those that are too few to
  /// learn from.
  ///
  /// @param progress told before each point
  static List<CurvePoint> curve(Labels labels, int folds, Consumer<String> progress) {
    List<Example> all = labels.examples();
    var points = new ArrayList<CurvePoint>();
    for (int step = 1; step < STEPS; step++) {
      var some = new ArrayList<Example>();
      for (int i = 0; i < all.size(); i++) {
        if (i % STEPS < step) {
          some.add(all.get(i));
        }
      }
      if (some.size() < 2 * labels.settings().folds()) {
        continue;
      }
      progress.accept(
          "learning curve, point "
              + step
              + " of "
              + (STEPS - 1)
              + ": "
              + some.size()
              + " examples ...");
      Quality quality = LearningCurve.run(some, labels.settings(), 1, folds).getFirst().quality();
      points.add(
          new CurvePoint(some.size(), Fixed.of(quality.micro().f1()), Fixed.of(quality.macroF1())));
    }
    return points;
  }

  /// One line without control characters, cut where it gets long.
  static String excerpt(Post post) {
    var parts = new ArrayList<String>();
    parts.add(post.title() == null ? "" : post.title());
    parts.add(post.text());
    post.quoted().forEach(quote -> parts.add(quote.text()));
    String line = String.join(" ", parts).replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + " ...";
  }
}
