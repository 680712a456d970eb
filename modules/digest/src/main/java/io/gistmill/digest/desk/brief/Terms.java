package io.gistmill.digest.desk.brief;

import java.util.Arrays;
import java.util.List;

/// What a text is made of, for comparing texts: pairs of neighbouring Chinese characters, and Latin
/// words and numbers in lower case and half width, without the commonest. Each stands as a number;
/// two terms that share one, which is rare, count as the same everywhere.
///
/// Not changed once it is made.
final class Terms {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private static final Terms COMMON =
      new Terms(
          List.of(
                  "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from",
                  "has", "have", "how", "i", "if", "in", "is", "it", "its", "my", "not", "of", "on",
                  "or", "our", "so", "that", "the", "their", "they", "this", "to", "was", "we",
                  "what", "when", "which", "will", "with", "you", "your")
              .stream()
              .mapToLong(Terms::word)
              .toArray());

  private final long[] sorted;

  /// @param terms in any order; becomes part of this
  private Terms(long[] terms) {
    this.sorted = distinct(terms);
  }

  static Terms of(String text) {
    var reader = new Reader(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      reader.take(text.codePointAt(i));
    }
    reader.endWord();
    return new Terms(Arrays.copyOf(reader.found, reader.count));
  }

  private static long[] distinct(long[] terms) {
    Arrays.sort(terms);
    int size = 0;
    for (long term : terms) {
      if (size == 0 || terms[size - 1] != term) {
        terms[size++] = term;
      }
    }
    return Arrays.copyOf(terms, size);
  }

  int size() {
    return sorted.length;
  }

  /// The terms as numbers, rising.
  long[] numbers() {
    return sorted.clone();
  }

  /// How many terms both have.
  int shared(Terms other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      int order = Long.compare(sorted[i], other.sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  private boolean has(long term) {
    return Arrays.binarySearch(sorted, term) >= 0;
  }

  private static long word(String word) {
    return word.chars().asLongStream().reduce(FNV_OFFSET, Terms::mix);
  }

  private static long mix(long hash, long point) {
    return (hash ^ point) * FNV_PRIME;
  }

  private static final class Reader {
    private final long[] found;
    private int count;
    private int lastWide = -1;
    private long word = FNV_OFFSET;
    private boolean inWord;

    /// A text has fewer terms than characters.
    Reader(int length) {
      found = new long[length + 1];
    }

    void take(int point) {
      if (Width.isWide(point) && Character.isIdeographic(point)) {
        endWord();
        if (lastWide >= 0) {
          found[count++] = mix(mix(FNV_OFFSET, lastWide), point);
        }
        lastWide = point;
      } else {
        lastWide = -1;
        takeLatin(point);
      }
    }

    private void takeLatin(int point) {
      if (Character.isLetterOrDigit(point)) {
        word = mix(word, fold(point));
        inWord = true;
      } else {
        endWord();
      }
    }

    private static int fold(int point) {
      return Character.toLowerCase(point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point);
    }

    private void endWord() {
      if (inWord && !COMMON.has(word)) {
        found[count++] = word;
      }
      word = FNV_OFFSET;
      inWord = false;
    }
  }
}
