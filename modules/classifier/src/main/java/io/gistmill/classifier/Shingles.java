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

  /// What stands for each unit of a text; 0 for those that do not count, surrogates among them.
  private static final char[] LETTERS = letters();

  private Shingles() {}

  private static char[] letters() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = Character.isLetterOrDigit(i) ? fold((char) i) : 0;
    }
    return table;
  }

  private static char fold(char c) {
    char half = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    return Simplified.of(Character.toLowerCase(half));
  }

  /// A hash of each shingle, in the order of the text, with repeats.
  static long[] of(String text) {
    var letters = new int[Math.min(text.length(), MAX_LENGTH)];
    return hashes(letters, read(text, letters));
  }

  /// @return how many letters there are
  private static int read(String text, int[] letters) {
    int count = 0;
    for (int i = 0; i < text.length() && count < letters.length; i++) {
      char unit = text.charAt(i);
      int letter = Character.isHighSurrogate(unit) ? pair(text, i) : LETTERS[unit];
      if (letter != 0) {
        letters[count++] = letter;
      }
    }
    return count;
  }

  /// What stands for the pair that begins here; 0 when it does not count. Its second unit alone is
  /// no letter and can be read as if it were the next.
  private static int pair(String text, int at) {
    int codePoint = text.codePointAt(at);
    return Character.isLetterOrDigit(codePoint) ? codePoint : 0;
  }

  /// Moves a window over the letters: whenever it is long enough, its beginning moves on.
  private static long[] hashes(int[] letters, int length) {
    var hashes = new long[length];
    int units = 0;
    int start = 0;
    for (int end = 0; end < length; end++) {
      units += units(letters[end]);
      while (units >= UNITS) {
        hashes[start] = hash(letters, start, end + 1);
        units -= units(letters[start++]);
      }
    }
    return Arrays.copyOf(hashes, start);
  }

  private static int units(int letter) {
    return Scripts.isUnspaced(letter) ? UNITS_OF_CHARACTER : 1;
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
