package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The most telling words of a text, as numbers: see [io.gistmill.domain.Fingerprint#terms()].
///
/// Words are Latin ones, pairs of neighbouring Han characters, and meanings that both languages
/// share. A word that posts of the field never use counts only where it comes again: of pairs of
/// characters, most unknown ones stand across the border of two words.
final class Terms {

  private static final int MOST = 48;
  private static final int MOST_SHARED = 24;
  private static final int KNOWN = 2;
  private static final int LEAST_WEIGHT = 6;
  private static final int WEIGHT_BITS = 5;
  private static final int SHARED_BIT = 1 << WEIGHT_BITS;
  private static final int LONGEST_CONCEPT = 3;
  private static final String CONCEPT = "~";

  private Terms() {}

  static List<Integer> of(Folded words, Background background) {
    SortedMap<String, Integer> counts = count(words);
    return Stream.concat(
            telling(counts, background, false).limit(MOST),
            telling(counts, background, true).limit(MOST_SHARED))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Integer> telling(
      SortedMap<String, Integer> counts, Background background, boolean shared) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(CONCEPT) == shared)
        .filter(entry -> isTelling(entry.getKey(), entry.getValue(), background))
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(
                    entry -> -weight(entry.getKey(), background) * Math.min(entry.getValue(), 3))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> number(entry.getKey(), weight(entry.getKey(), background)));
  }

  /// How often each word stands in the post's own text.
  static SortedMap<String, Integer> count(Folded words) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    String own = words.text().substring(0, words.own());
    Stream.concat(latin(Piece.of(own)), han(own))
        .forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  private static boolean isTelling(String word, int times, Background background) {
    return weight(word, background) >= LEAST_WEIGHT
        && (times > 1 || word.startsWith(CONCEPT) || background.countOfWord(word) >= KNOWN);
  }

  private static int weight(String word, Background background) {
    return background.weightOfWord(word);
  }

  private static int number(String word, int weight) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
    int spread = (hash ^ (hash >>> 12)) << (WEIGHT_BITS + 1);
    return spread | (word.startsWith(CONCEPT) ? SHARED_BIT : 0) | weight;
  }

  private static Stream<String> latin(List<Piece> pieces) {
    Stream.Builder<String> words = Stream.builder();
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).startsWithDigit() && pieces.get(i).text().length() > 2) {
        words.add(pieces.get(i).lower());
      }
      var concept = new StringBuilder();
      for (int end = i; end < Math.min(pieces.size(), i + LONGEST_CONCEPT); end++) {
        concept.append(pieces.get(end).key());
        String meaning = Dictionary.ofConcepts().get(concept.toString());
        if (meaning != null) {
          words.add(CONCEPT + meaning);
        }
      }
    }
    return words.build();
  }

  private static Stream<String> han(String text) {
    Stream.Builder<String> words = Stream.builder();
    int behind = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i + 1 < text.length()
          && Scripts.isHan(text.charAt(i))
          && Scripts.isHan(text.charAt(i + 1))) {
        words.add(text.substring(i, i + 2));
      }
      int length = i < behind ? 0 : Dictionary.ofConcepts().hanAt(text, i);
      if (length > 0) {
        String meaning = Dictionary.ofConcepts().get(text.substring(i, i + length));
        words.add(CONCEPT + meaning);
        behind = i + length;
      }
    }
    return words.build();
  }
}
