package io.gistmill.classifier;

import io.gistmill.classifier.api.text.Simplified;
import io.gistmill.classifier.text.Scripts;
import java.util.Arrays;

/// Cuts a text into overlapping pieces that say about equally much in Chinese and English: three
/// Chinese characters, nine Latin letters, or a mixture.
///
/// Only letters and digits count, in lower case, half width and simplified characters, so that
/// punctuation, spacing, emoji and the script of a reader's country do not matter. Only the first
/// [#MAX_LENGTH] of them are looked at, which bounds the work.
final class Shingles {

  static final int MAX_LENGTH = 20_000;

  private static final int UNITS = 9;
  private static final int UNITS_OF_CHARACTER = 3;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private Shingles() {}

  /// A hash of each shingle, in the order of the text, with repeats.
  static long[] of(String text) {
    int[] letters = letters(text);
    var hashes = new long[letters.length];
    int count = 0;
    for (int start = 0; start < letters.length; start++) {
      int end = end(letters, start);
      if (end < 0) {
        break;
      }
      hashes[count++] = hash(letters, start, end);
    }
    return Arrays.copyOf(hashes, count);
  }

  private static int[] letters(String text) {
    var letters = new int[Math.min(text.length(), MAX_LENGTH)];
    int count = 0;
    for (int i = 0; i < text.length() && count < letters.length; ) {
      int codePoint = text.codePointAt(i);
      if (Character.isLetterOrDigit(codePoint)) {
        letters[count++] = fold(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return Arrays.copyOf(letters, count);
  }

  private static int fold(int codePoint) {
    int half = codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
    return half > 0xFFFF ? half : Simplified.of(Character.toLowerCase((char) half));
  }

  /// Where the shingle that starts here ends, or -1 when the text ends first.
  private static int end(int[] letters, int start) {
    int units = 0;
    int end = start;
    while (end < letters.length && units < UNITS) {
      units += Scripts.isUnspaced(letters[end++]) ? UNITS_OF_CHARACTER : 1;
    }
    return units < UNITS ? -1 : end;
  }

  /// FNV-1a over the code points, then spread.
  private static long hash(int[] letters, int start, int end) {
    long hash = FNV_OFFSET;
    for (int i = start; i < end; i++) {
      hash = (hash ^ letters[i]) * FNV_PRIME;
    }
    return MinHash.mix(hash);
  }
}
