package io.gistmill.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A short signature of a set of shingles: the share of places in which two signatures agree
/// estimates the Jaccard similarity of the sets, with a standard error of at most 1/16.
///
/// (Broder, "On the resemblance and containment of documents", 1997. The hash functions are
/// multiplications with odd random numbers, taken from the high bits: Dietzfelbinger et al., "A
/// reliable randomized algorithm for the closest-pair problem", 1997; the numbers come from
/// SplitMix64, Steele et al., "Fast splittable pseudorandom number generators", 2014.) Seeds are
/// fixed: signatures stay comparable over time and machines.
final class MinHash {

  static final int LENGTH = 64;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long[] FACTORS = numbers(1);

  /// With their signs flipped, so that the order of the signed sums is that of the unsigned ones.
  private static final long[] SUMMANDS = flipped(numbers(2));

  private MinHash() {}

  /// @param shingles a hash of each; repeats do no harm
  /// @return as unsigned numbers
  static List<Integer> signature(long[] shingles) {
    var least = new long[LENGTH];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      // The least number has the least high bits too: so all stays in long lanes of the processor.
      for (int i = 0; i < LENGTH; i++) {
        least[i] = Math.min(least[i], shingle * FACTORS[i] + SUMMANDS[i]);
      }
    }
    var signature = new ArrayList<Integer>(LENGTH);
    for (long hash : least) {
      signature.add((int) ((hash ^ Long.MIN_VALUE) >>> 32));
    }
    return signature;
  }

  /// Spreads a number over all 64 bits.
  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private static long[] numbers(long seed) {
    var numbers = new long[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      numbers[i] = mix(seed * LENGTH * GOLDEN + (i + 1) * GOLDEN) | 1;
    }
    return numbers;
  }

  private static long[] flipped(long[] numbers) {
    return Arrays.stream(numbers).map(number -> number ^ Long.MIN_VALUE).toArray();
  }
}
