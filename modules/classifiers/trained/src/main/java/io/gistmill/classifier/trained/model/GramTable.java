package io.gistmill.classifier.trained.model;

/// Which grams a model knows: a set of places, numbered without gaps.
///
/// A bit for each place and a count for each word of bits, so that a gram that the model does not
/// know, as most of a new post, is turned away by one look at 128 kilobytes. (Jacobson,
/// "Space-efficient static trees and graphs", 1989.)
public final class GramTable {

  /// How many places hashes can name.
  public static final int PLACES = 1 << 20;

  private static final int SHIFT = 12;

  private final long[] bits;
  private final int[] before;

  /// @param bits one for each place
  public GramTable(long[] bits) {
    this.bits = bits.clone();
    this.before = new int[bits.length + 1];
    for (int i = 0; i < bits.length; i++) {
      before[i + 1] = before[i] + Long.bitCount(bits[i]);
    }
  }

  public static int place(int hash) {
    return hash >>> SHIFT;
  }

  /// How many grams are known.
  public int size() {
    return before[bits.length];
  }

  /// @return from 0, or -1 when the gram is not known
  public int row(int place) {
    int word = place >>> 6;
    long bit = 1L << place;
    long all = bits[word];
    return (all & bit) == 0 ? -1 : before[word] + Long.bitCount(all & (bit - 1));
  }

  long[] bits() {
    return bits.clone();
  }
}
