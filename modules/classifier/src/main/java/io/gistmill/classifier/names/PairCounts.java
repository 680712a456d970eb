package io.gistmill.classifier.names;

/// How often pairs of characters stand in a text, or in how many posts. A pair is a number, so that
/// counting makes no words.
final class PairCounts {

  /// Makes the best part of a table stay empty, so that a search is short.
  private static final int SPARE = 2;

  /// By slot: a pair, and in the lower half how often it stands there; 0 for a free one. A look-up
  /// reads one place of memory, or two where others were in its way.
  private long[] slots;

  private int size;

  /// @param expected how many different ones there may be; more are taken too
  PairCounts(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(expected, 8)) * 2 * SPARE];
  }

  static int pair(char first, char second) {
    return first << Character.SIZE | second;
  }

  static String word(int pair) {
    return new String(new char[] {(char) (pair >>> Character.SIZE), (char) pair});
  }

  /// @param count more than 0; so little that the sum of a pair is an int
  void add(int pair, int count) {
    if (size * SPARE > slots.length) {
      grow();
    }
    int slot = slot(pair);
    size += slots[slot] == 0 ? 1 : 0;
    slots[slot] = (long) pair << Integer.SIZE | ((int) slots[slot] + count);
  }

  int count(int pair) {
    return (int) slots[slot(pair)];
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
    for (long slot : slots) {
      if (slot != 0) {
        visitor.see((int) (slot >>> Integer.SIZE), (int) slot);
      }
    }
  }

  private int slot(int pair) {
    int mask = slots.length - 1;
    int slot = (pair * 0x9E3779B9) >>> 7 & mask;
    while (slots[slot] != 0 && (int) (slots[slot] >>> Integer.SIZE) != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long slot : old) {
      if (slot != 0) {
        add((int) (slot >>> Integer.SIZE), (int) slot);
      }
    }
  }
}
