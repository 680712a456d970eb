package io.gistmill.classifier.trained.learn;

import java.util.ArrayList;
import java.util.List;

/// Says what more examples would bring: the quality of models from ever more of those that there
/// are.
public final class LearningCurve {

  /// @param examples how many were used
  public record Point(int examples, Quality quality) {}

  private LearningCurve() {}

  /// Takes examples from all over the list, not its beginning alone.
  ///
  /// @param steps how many points, the last of which takes all examples
  /// @param folds as for [CrossValidation]
  public static List<Point> run(
      List<Example> examples, TrainerSettings settings, int steps, int folds) {
    var points = new ArrayList<Point>();
    for (int step = 1; step <= steps; step++) {
      var some = new ArrayList<Example>();
      for (int i = 0; i < examples.size(); i++) {
        if (i % steps < step) {
          some.add(examples.get(i));
        }
      }
      points.add(
          new Point(
              some.size(), CrossValidation.quality(CrossValidation.run(some, settings, folds))));
    }
    return List.copyOf(points);
  }
}
