package io.gistmill.classifier.trained.model;

/// The words of a post that are worth most to a topic, strongest first. Reused from topic to topic,
/// with no object for each of some hundred words; for one thread at a time.
final class StrongWords {

  /// At least so many are kept where there are so many, since they overlap.
  private static final int KEPT = 24;

  /// As soon as there are so many, all but [#KEPT] go.
  private static final int MOST = 2 * KEPT;

  /// More than rounding leaves of a word that speaks neither for nor against a topic.
  private static final double NOTHING = 1e-9;

  private final double[] worths = new double[MOST];
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int size;

  /// What a word has to be worth more than.
  private double least = NOTHING;

  void clear() {
    size = 0;
    least = NOTHING;
  }

  void add(double worth, int start, int end) {
    if (worth > least) {
      insert(worth, start, end);
      if (size == MOST) {
        size = KEPT;
        least = worths[KEPT - 1];
      }
    }
  }

  private void insert(double worth, int start, int end) {
    int at = size++;
    while (at > 0 && isStronger(worth, start, end, at - 1)) {
      worths[at] = worths[at - 1];
      starts[at] = starts[at - 1];
      ends[at] = ends[at - 1];
      at--;
    }
    worths[at] = worth;
    starts[at] = start;
    ends[at] = end;
  }

  /// Of words worth the same, the first and then the shortest is the strongest, as long as all are
  /// kept.
  private boolean isStronger(double worth, int start, int end, int than) {
    if (worth != worths[than]) {
      return worth > worths[than];
    }
    return start != starts[than] ? start < starts[than] : end < ends[than];
  }

  int size() {
    return size;
  }

  double worth(int i) {
    return worths[i];
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }
}
