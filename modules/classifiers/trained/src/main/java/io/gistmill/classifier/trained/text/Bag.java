package io.gistmill.classifier.trained.text;

import java.util.Arrays;

/// The grams of one post and how often each stands there. Reused from post to post, so that
/// counting allocates nothing; for one thread at a time.
///
/// Grams come out in the order in which they were first seen. Beyond some thousand different ones,
/// new ones are left out.
public final class Bag implements GramSink {

  private static final int SLOTS = 1 << 15;
  private static final int MOST = SLOTS * 3 / 4;
  private static final int MAX_COUNT = 255;

  private final int[] hashes = new int[SLOTS];
  private final short[] counts = new short[SLOTS];
  private int[] used = new int[1024];
  private int size;

  public void clear() {
    for (int i = 0; i < size; i++) {
      counts[used[i]] = 0;
    }
    size = 0;
  }

  @Override
  public void gram(int hash, int weight, int start, int end) {
    int slot = hash & (SLOTS - 1);
    while (counts[slot] != 0) {
      if (hashes[slot] == hash) {
        counts[slot] = (short) Math.min(MAX_COUNT, counts[slot] + weight);
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size < MOST) {
      hashes[slot] = hash;
      counts[slot] = (short) weight;
      use(slot);
    }
  }

  private void use(int slot) {
    if (size == used.length) {
      used = Arrays.copyOf(used, size * 2);
    }
    used[size++] = slot;
  }

  public int size() {
    return size;
  }

  public int hash(int i) {
    return hashes[used[i]];
  }

  /// In halves of one occurrence, 1 to 255.
  public int count(int i) {
    return counts[used[i]];
  }
}
