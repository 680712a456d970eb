package io.gistmill.digest.desk;

import io.gistmill.digest.desk.StoryRows.Row;
import java.util.ArrayList;
import java.util.List;

/// Learns the trees of the [StoryModel] by gradient boosting on the logistic loss (Friedman,
/// "Greedy Function Approximation", 2001), in a fixed number of rounds without chance, so that the
/// same pairs give the same trees.
final class StoryTrainer {

  /// By how much a score must be better than even odds, in thousandths. Below them, since pairs
  /// that are hard to tell and differ are many more here than where the desk works.
  static final int MARGIN = -500;

  private static final int ROUNDS = 300;
  private static final double COST_OF_STRANGER = 0.3;
  private static final double COST_OF_FEED = 0.25;

  private final List<Row> rows;
  private final int[][] values;
  private final long[] scores;
  private final List<StoryTree> trees = new ArrayList<>();

  private StoryTrainer(List<Row> rows) {
    this.rows = rows;
    this.values =
        rows.stream().map(row -> StoryModel.hundredths(row.values())).toArray(int[][]::new);
    this.scores = new long[rows.size()];
  }

  static List<StoryTree> train(List<Row> rows) {
    var trainer = new StoryTrainer(rows.stream().filter(Row::isCandidate).toList());
    trainer.add(trainer.base());
    for (int round = 0; round < ROUNDS; round++) {
      trainer.boost();
    }
    trainer.trees.addFirst(new StoryTree.Leaf(-MARGIN));
    return List.copyOf(trainer.trees);
  }

  private StoryTree base() {
    double same = 0;
    double all = 0;
    for (Row row : rows) {
      same += row.same() ? cost(row) : 0;
      all += cost(row);
    }
    return new StoryTree.Leaf((int) Math.round(1000 * StrictMath.log(same / (all - same))));
  }

  private void boost() {
    var slopes = new double[rows.size()];
    var curves = new double[rows.size()];
    for (int i = 0; i < slopes.length; i++) {
      double chance = 1 / (1 + StrictMath.exp(-scores[i] / 1000.0));
      double cost = cost(rows.get(i));
      slopes[i] = cost * ((rows.get(i).same() ? 1 : 0) - chance);
      curves[i] = cost * chance * (1 - chance);
    }
    add(TreeGrower.grow(values, slopes, curves));
  }

  private void add(StoryTree tree) {
    trees.add(tree);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += tree.score(values[i]);
    }
  }

  private static double cost(Row row) {
    double kind = row.group().startsWith(StoryRows.FEED) ? COST_OF_FEED : 1;
    return kind * (row.labelled() ? 1 : COST_OF_STRANGER);
  }
}
