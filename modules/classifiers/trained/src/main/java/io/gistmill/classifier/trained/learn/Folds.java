package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts examples into parts by a hash of their text, near-duplicates into the same part, so that
/// nothing is tested on what it was taught. Of a text that stands there more than six times in
/// words that six others before it have too, versions may be parted.
final class Folds {

  /// Grams of more examples than that say nothing of duplicates.
  private static final int RARE = 6;

  private static final int[] NONE = new int[RARE + 1];

  private final int[] parents;

  private Folds(int size) {
    parents = new int[size];
    Arrays.setAll(parents, i -> i);
  }

  /// @return the fold of each example, from 0
  static int[] of(List<Example> examples, Corpus corpus, int folds) {
    var groups = new Folds(examples.size());
    groups.join(corpus);
    var folded = new int[examples.size()];
    for (int i = 0; i < folded.length; i++) {
      Post post = examples.get(groups.root(i)).post();
      String hash = PostIds.hash(List.of(post.title() == null ? "" : post.title(), post.text()));
      folded[i] =
          Integer.remainderUnsigned(Integer.parseUnsignedInt(hash.substring(0, 8), 16), folds);
    }
    return folded;
  }

  /// The examples that are in none of some folds.
  static int[] without(int[] folds, int one, int other) {
    return java.util.stream.IntStream.range(0, folds.length)
        .filter(i -> folds[i] != one && folds[i] != other)
        .toArray();
  }

  /// A text is like another when they share more than half of its rare grams; one that stands there
  /// so often that it has hardly any, when they share more than half of all.
  private void join(Corpus corpus) {
    Map<Integer, int[]> holders = holders(corpus);
    for (int i = 0; i < corpus.size(); i++) {
      int[] grams = corpus.rows().get(i).grams();
      int[] rare =
          Arrays.stream(grams)
              .filter(gram -> holders.getOrDefault(gram, NONE)[0] <= RARE)
              .toArray();
      uniteLike(i, rare, holders);
      if (2 * rare.length < grams.length) {
        uniteLike(i, grams, holders);
      }
    }
  }

  /// With those before it that have more than half of some of its grams.
  private void uniteLike(int example, int[] grams, Map<Integer, int[]> holders) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (int gram : grams) {
      int[] others = holders.getOrDefault(gram, NONE);
      for (int k = 1; k <= Math.min(others[0], RARE); k++) {
        if (others[k] < example) {
          shared.merge(others[k], 1, Integer::sum);
        }
      }
    }
    shared.forEach(
        (other, count) -> {
          if (count * 2 > grams.length) {
            unite(example, other);
          }
        });
  }

  /// By gram: how many examples have it, then the first [#RARE] of them.
  private static Map<Integer, int[]> holders(Corpus corpus) {
    Map<Integer, int[]> holders = new HashMap<>();
    for (int i = 0; i < corpus.size(); i++) {
      for (int gram : corpus.rows().get(i).grams()) {
        int[] others = holders.computeIfAbsent(gram, g -> new int[RARE + 1]);
        if (others[0] < RARE) {
          others[others[0] + 1] = i;
        }
        others[0]++;
      }
    }
    return holders;
  }

  private void unite(int a, int b) {
    int first = root(a);
    int second = root(b);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  private int root(int i) {
    int at = i;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }
}
