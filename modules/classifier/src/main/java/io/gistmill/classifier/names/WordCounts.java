package io.gistmill.classifier.names;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How often words stand in a text, or in how many posts. Counting makes no objects.
///
/// Safe for all threads once nobody adds.
final class WordCounts {

  /// Makes the best part of a table stay empty, so that a search is short.
  private static final int SPARE = 2;

  private @Nullable String[] words;

  /// Of the words, so that another word is turned away without a look at its letters.
  private int[] hashes;

  private int[] counts;
  private int size;

  /// @param expected how many different ones there may be; more are taken too
  WordCounts(int expected) {
    int slots = Integer.highestOneBit(Math.max(expected, 8)) * 2 * SPARE;
    words = new String[slots];
    hashes = new int[slots];
    counts = new int[slots];
  }

  /// @param count more than 0
  void add(String word, int count) {
    if (size * SPARE > words.length) {
      grow();
    }
    int slot = slot(word);
    size += counts[slot] == 0 ? 1 : 0;
    words[slot] = word;
    hashes[slot] = word.hashCode();
    counts[slot] += count;
  }

  int count(String word) {
    return counts[slot(word)];
  }

  /// What is done with each word.
  interface Visitor {
    void see(String word, int count);
  }

  /// In no order that means anything.
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < words.length; slot++) {
      if (counts[slot] > 0) {
        visitor.see(Objects.requireNonNull(words[slot]), counts[slot]);
      }
    }
  }

  private int slot(String word) {
    int mask = words.length - 1;
    int hash = word.hashCode();
    int slot = (hash * 0x9E3779B9) >>> 7 & mask;
    while (counts[slot] != 0 && !(hashes[slot] == hash && word.equals(words[slot]))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    @Nullable String[] oldWords = words;
    int[] oldCounts = counts;
    words = new String[oldWords.length * 2];
    hashes = new int[oldWords.length * 2];
    counts = new int[oldWords.length * 2];
    size = 0;
    for (int slot = 0; slot < oldWords.length; slot++) {
      if (oldCounts[slot] > 0) {
        add(Objects.requireNonNull(oldWords[slot]), oldCounts[slot]);
      }
    }
  }
}
