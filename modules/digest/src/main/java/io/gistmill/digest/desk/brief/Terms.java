package io.gistmill.digest.desk.brief;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a text is made of, for comparing texts: pairs of neighbouring Chinese characters, and Latin
/// words and numbers in lower case, without the commonest.
final class Terms {

  private static final SortedSet<String> COMMON =
      new TreeSet<>(
          List.of(
              "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has",
              "have", "how", "i", "if", "in", "is", "it", "its", "my", "not", "of", "on", "or",
              "our", "so", "that", "the", "their", "they", "this", "to", "was", "we", "what",
              "when", "which", "will", "with", "you", "your"));

  private final SortedSet<String> terms = new TreeSet<>();
  private final StringBuilder word = new StringBuilder();
  private int lastWide = -1;

  private Terms() {}

  static SortedSet<String> of(String text) {
    var reader = new Terms();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(reader::take);
    reader.endWord();
    return reader.terms;
  }

  /// How many terms of one are in the other.
  static int shared(SortedSet<String> one, SortedSet<String> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  private void take(int point) {
    if (Character.isIdeographic(point)) {
      endWord();
      if (lastWide >= 0) {
        terms.add(Character.toString(lastWide) + Character.toString(point));
      }
      lastWide = point;
    } else {
      lastWide = -1;
      takeLatin(point);
    }
  }

  private void takeLatin(int point) {
    if (Character.isLetterOrDigit(point)) {
      word.appendCodePoint(point);
    } else {
      endWord();
    }
  }

  private void endWord() {
    if (!word.isEmpty() && !COMMON.contains(word.toString())) {
      terms.add(word.toString());
    }
    word.setLength(0);
  }
}
