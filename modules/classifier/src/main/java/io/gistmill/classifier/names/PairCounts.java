package io.gistmill.classifier.names;

/// How often pairs of characters stand in a text, or in how many posts. A pair is a number, so that
/// counting makes no words.
final class PairCounts {

  /// Makes the best part of a table stay empty, so that a search is short.
  private static final int SPARE = 2;

  private int[] pairs;
  private int[] counts;
  private int size;

  /// @param expected how many different ones there may be; more are taken too
  PairCounts(int expected) {
    int slots = Integer.highestOneBit(Math.max(expected, 8)) * 2 * SPARE;
    pairs = new int[slots];
    counts = new int[slots];
  }

  static int pair(char first, char second) {
    return first << Character.SIZE | second;
  }

  static String word(int pair) {
    return new String(new char[] {(char) (pair >>> Character.SIZE), (char) pair});
  }

  void add(int pair, int count) {
    if (size * SPARE > pairs.length) {
      grow();
    }
    int slot = slot(pair);
    size += counts[slot] == 0 ? 1 : 0;
    pairs[slot] = pair;
    counts[slot] += count;
  }

  int count(int pair) {
    return counts[slot(pair)];
  }

  /// How many different ones there are.
  int size() {
    return size;
  }

  /// What is done with each pair.
  interface Visitor {
    void see(int pair, int count);
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < pairs.length; slot++) {
      if (counts[slot] > 0) {
        visitor.see(pairs[slot], counts[slot]);
      }
    }
  }

  private int slot(int pair) {
    int mask = pairs.length - 1;
    int slot = (pair * 0x9E3779B9) >>> 7 & mask;
    while (counts[slot] != 0 && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldPairs = pairs;
    int[] oldCounts = counts;
    pairs = new int[oldPairs.length * 2];
    counts = new int[oldPairs.length * 2];
    size = 0;
    for (int slot = 0; slot < oldPairs.length; slot++) {
      if (oldCounts[slot] > 0) {
        add(oldPairs[slot], oldCounts[slot]);
      }
    }
  }
}
