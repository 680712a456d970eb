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

  /// By slot: which gram stands there, from 1; 0 for none.
  private final short[] grams = new short[SLOTS];

  private int[] hashes = new int[1024];
  private short[] counts = new short[1024];
  private int[] slots = new int[1024];
  private int size;

  public void clear() {
    for (int i = 0; i < size; i++) {
      grams[slots[i]] = 0;
    }
    size = 0;
  }

  @Override
  public void gram(int hash, int weight, int start, int end) {
    int slot = hash & (SLOTS - 1);
    while (grams[slot] != 0) {
      int gram = grams[slot] - 1;
      if (hashes[gram] == hash) {
        counts[gram] = (short) Math.min(MAX_COUNT, counts[gram] + weight);
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size < MOST) {
      add(hash, weight, slot);
    }
  }

  private void add(int hash, int weight, int slot) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
      slots = Arrays.copyOf(slots, size * 2);
    }
    hashes[size] = hash;
    counts[size] = (short) weight;
    slots[size++] = slot;
    grams[slot] = (short) size;
  }

  public int size() {
    return size;
  }

  public int hash(int i) {
    return hashes[i];
  }

  /// In halves of one occurrence, 1 to 255.
  public int count(int i) {
    return counts[i];
  }
}
