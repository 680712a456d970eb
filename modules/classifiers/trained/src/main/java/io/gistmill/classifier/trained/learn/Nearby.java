package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.Neighbours;
import io.gistmill.classifier.trained.model.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which examples of a corpus mean much the same, told once for all folds: of each example more
/// neighbours than are asked, so that enough are left when some must not be seen.
///
/// @param pool the examples that may be asked, in their order
/// @param near by example the places in the pool of those nearest to it, the nearest first
/// @param dots of their vectors and its own
/// @param topics of each example
record Nearby(int[] pool, int[][] near, int[][] dots, short[][] topics) {

  /// More than that would make a model file of more than two dozen megabytes.
  static final int MOST = 40_000;

  private static final int KEPT = 4 * Votes.ASKED;
  private static final int MAX_TEXT = 80;
  private static final int PIECE = 64;

  static Nearby nobody(boolean[][] labels) {
    return new Nearby(new int[0], new int[0][], new int[0][], topics(labels));
  }

  static Nearby of(List<Row> rows, boolean[][] labels, int threads) {
    int step = (rows.size() + MOST - 1) / MOST;
    int[] pool = IntStream.range(0, rows.size()).filter(i -> i % step == 0).toArray();
    var nearby = new Nearby(pool, new int[rows.size()][], new int[rows.size()][], topics(labels));
    int[][] vectors = rows.stream().map(row -> Votes.widened(row.sentence())).toArray(int[][]::new);
    Threads.run(
        threads,
        (rows.size() + PIECE - 1) / PIECE,
        piece -> {
          var dots = new int[pool.length];
          for (int i = piece * PIECE; i < Math.min(rows.size(), (piece + 1) * PIECE); i++) {
            nearby.find(i, vectors, dots);
          }
        });
    return nearby;
  }

  private void find(int example, int[][] vectors, int[] all) {
    for (int place = 0; place < pool.length; place++) {
      all[place] = Votes.dot(vectors[example], vectors[pool[place]]);
    }
    near[example] = Votes.nearest(all, KEPT);
    dots[example] = IntStream.of(near[example]).map(place -> all[place]).toArray();
  }

  /// What those say that are nearest to an example.
  ///
  /// @param seen by example, whether it may be asked
  /// @param count of topics
  double[] votes(int example, boolean[] seen, int count) {
    var votes = new Votes(count);
    int asked = 0;
    for (int i = 0; i < near[example].length && asked < Votes.ASKED; i++) {
      int other = pool[near[example][i]];
      if (seen[other] && other != example) {
        votes.add(topics[other], dots[example][i]);
        asked++;
      }
    }
    return votes.shares();
  }

  /// All that may be asked, for the model.
  Neighbours neighbours(List<Row> rows, List<Example> examples) {
    if (pool.length == 0) {
      return Neighbours.NONE;
    }
    var vectors = new int[pool.length][];
    var texts = new ArrayList<String>();
    var known = new short[pool.length][];
    for (int place = 0; place < pool.length; place++) {
      vectors[place] = Votes.widened(rows.get(pool[place]).sentence());
      texts.add(Excerpt.of(examples.get(pool[place]).post(), MAX_TEXT));
      known[place] = topics[pool[place]];
    }
    return new Neighbours(vectors, known, texts);
  }

  private static short[][] topics(boolean[][] labels) {
    var topics = new short[labels.length == 0 ? 0 : labels[0].length][];
    for (int i = 0; i < topics.length; i++) {
      int example = i;
      int[] own = IntStream.range(0, labels.length).filter(t -> labels[t][example]).toArray();
      topics[i] = new short[own.length];
      for (int k = 0; k < own.length; k++) {
        topics[i][k] = (short) own[k];
      }
    }
    return topics;
  }
}
