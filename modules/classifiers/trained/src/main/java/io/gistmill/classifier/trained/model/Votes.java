package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.sentence.Sentences;
import java.util.Arrays;

/// What the nearest examples say together: each votes for its topics, the nearer the more. Whole
/// numbers decide who is near, so that every machine asks the same ones.
///
/// (Dudani, "The distance-weighted k-nearest-neighbor rule", 1976, with an exponential for weight.)
public final class Votes {

  /// So many examples are asked.
  public static final int ASKED = 20;

  private static final double SHARPNESS = 16;
  private static final double SQUARE = (double) Sentences.STEPS * Sentences.STEPS;

  private final double[] sums;
  private double all;
  private int first = Integer.MIN_VALUE;

  public Votes(int topics) {
    this.sums = new double[topics];
  }

  /// Adds an example; the nearest has to come first.
  ///
  /// @param dot of its vector and that of the text
  public void add(short[] topics, int dot) {
    if (all == 0) {
      first = dot;
    }
    double weight = StrictMath.exp(SHARPNESS * (dot - first) / SQUARE);
    all += weight;
    for (short topic : topics) {
      sums[topic] += weight;
    }
  }

  /// By topic, 0 to 1.
  public double[] shares() {
    return Arrays.stream(sums).map(sum -> all == 0 ? 0 : sum / all).toArray();
  }

  /// The places of the greatest numbers, the greatest first, of like ones the first first.
  public static int[] nearest(int[] dots, int count) {
    var keys = new long[Math.min(count, dots.length)];
    int size = 0;
    for (int i = 0; i < dots.length; i++) {
      long key = ((long) dots[i] << Integer.SIZE) | (Integer.MAX_VALUE - i);
      if (size < keys.length || key > keys[size - 1]) {
        size = Math.min(size + 1, keys.length);
        insert(keys, size - 1, key);
      }
    }
    return Arrays.stream(keys, 0, size).mapToInt(key -> Integer.MAX_VALUE - (int) key).toArray();
  }

  private static void insert(long[] keys, int last, long key) {
    int at = last;
    while (at > 0 && keys[at - 1] < key) {
      keys[at] = keys[at - 1];
      at--;
    }
    keys[at] = key;
  }

  /// Of vectors of the same length. Whole numbers of 32 bits, since the compiler multiplies eight
  /// of them at a time, and bytes one by one.
  public static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  /// A vector as [Sentences] rounds it, for [#dot].
  public static int[] widened(byte[] vector) {
    var wide = new int[vector.length];
    for (int d = 0; d < wide.length; d++) {
      wide[d] = vector[d];
    }
    return wide;
  }
}
