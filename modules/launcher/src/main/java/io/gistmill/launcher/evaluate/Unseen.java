package io.gistmill.launcher.evaluate;

import io.gistmill.classifier.trained.learn.CrossValidation;
import io.gistmill.classifier.trained.learn.CrossValidation.Prediction;
import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.LearningCurve;
import io.gistmill.classifier.trained.learn.Quality;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.domain.Fixed;
import io.gistmill.launcher.evaluate.Evaluation.CurvePoint;
import io.gistmill.launcher.train.Labelled;
import io.gistmill.launcher.train.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Has labelled posts judged by models that have not seen them.
///
/// @param settings of the models, as `gistmill train` would take them
/// @param folds into how many parts the posts are cut
record Unseen(Labels labels, TrainerSettings settings, int folds) {

  private static final int STEPS = 5;

  /// Any number will do; another one gives another share, and figures that differ a little.
  private static final long SEED = 20_250_301;

  private static final Comparator<Judged.Given> STRONGEST =
      Comparator.comparing(Judged.Given::confidence).reversed().thenComparing(Judged.Given::topic);

  /// For people.
  String subject() {
    return "Models on "
        + labels.posts().size()
        + " labelled posts that they have not seen, in "
        + folds
        + " folds, "
        + (settings.features().sentences() ? "from words and sentences" : "from words alone");
  }

  /// In the order of the posts.
  ///
  /// @throws IllegalArgumentException when nothing can be learnt from the posts
  List<Judged> judged() {
    List<Prediction> predictions = CrossValidation.run(labels.examples(), settings, folds);
    return IntStream.range(0, predictions.size())
        .mapToObj(i -> judged(labels.posts().get(i), predictions.get(i)))
        .toList();
  }

  private static Judged judged(Labelled post, Prediction prediction) {
    return new Judged(
        post.place(),
        Measuring.excerpt(post.example().post()),
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

  /// Points of ever more examples, up to but without all of them. The examples of a point are drawn
  /// by chance, the same at each run, and are among those of the next.
  ///
  /// @param progress told before each point
  /// @param complaints told of each point that cannot be learnt, which is left out
  List<CurvePoint> curve(Consumer<String> progress, Consumer<String> complaints) {
    List<Integer> drawn = drawn(labels.posts().size());
    var points = new ArrayList<CurvePoint>();
    for (int step = 1; step < STEPS; step++) {
      List<Example> some = some(drawn, step);
      String name = "learning curve, point " + step + " of " + (STEPS - 1) + ": ";
      progress.accept(name + some.size() + " examples ...");
      try {
        points.add(point(some));
      } catch (IllegalArgumentException e) {
        complaints.accept(
            name + "nothing can be learnt from " + some.size() + " examples: " + e.getMessage());
      }
    }
    return points;
  }

  private CurvePoint point(List<Example> some) {
    Quality quality = LearningCurve.run(some, settings, 1, folds).getFirst().quality();
    return new CurvePoint(some.size(), Fixed.of(quality.micro().f1()), Fixed.of(quality.macroF1()));
  }

  private static List<Integer> drawn(int size) {
    var places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, new Random(SEED));
    return places;
  }

  /// In the order of the posts.
  private List<Example> some(List<Integer> drawn, int step) {
    List<Example> all = labels.examples();
    int size = Math.ceilDiv(all.size() * step, STEPS);
    return drawn.stream().limit(size).sorted().map(all::get).toList();
  }
}
