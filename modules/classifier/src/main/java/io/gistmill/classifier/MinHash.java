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
    for (int place = 0; place < LENGTH; place += 2) {
      findLeast(shingles, place, least);
    }
    var signature = new ArrayList<Integer>(LENGTH);
    for (long hash : least) {
      signature.add((int) ((hash ^ Long.MIN_VALUE) >>> 32));
    }
    return signature;
  }

  /// Fills two places in one go over the shingles. The least number has the least high bits too: so
  /// all stays in long lanes of the processor, and the least numbers in its registers. A processor
  /// without such lanes waits for one minimum while it works on the other.
  private static void findLeast(long[] shingles, int place, long[] least) {
    long factor = FACTORS[place];
    long summand = SUMMANDS[place];
    long nextFactor = FACTORS[place + 1];
    long nextSummand = SUMMANDS[place + 1];
    long one = Long.MAX_VALUE;
    long next = Long.MAX_VALUE;
    for (long shingle : shingles) {
      one = Math.min(one, shingle * factor + summand);
      next = Math.min(next, shingle * nextFactor + nextSummand);
    }
    least[place] = one;
    least[place + 1] = next;
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
