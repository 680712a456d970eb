package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /// @param posts how many posts of the background have the word
  private record Term(String word, int times, int posts, int weight) {

    boolean isShared() {
      return word.startsWith(CONCEPT);
    }

    boolean isTelling() {
      return weight >= LEAST_WEIGHT && (times > 1 || posts >= KNOWN || isShared());
    }

    int strength() {
      return weight * Math.min(times, 3);
    }
  }

  static List<Integer> of(Folded words, Background background) {
    List<Term> terms = new ArrayList<>();
    count(words)
        .forEach(
            (word, times) -> {
              int posts = background.countOfWord(word);
              var term = new Term(word, times, posts, background.weightOfCount(posts));
              if (term.isTelling()) {
                terms.add(term);
              }
            });
    terms.sort(Comparator.comparingInt(Term::strength).reversed().thenComparing(Term::word));
    return Stream.concat(
            terms.stream().filter(term -> !term.isShared()).limit(MOST),
            terms.stream().filter(Term::isShared).limit(MOST_SHARED))
        .map(term -> number(term.word(), term.weight()))
        .distinct()
        .sorted()
        .toList();
  }

  /// How often each word stands in the post's own text.
  static Map<String, Integer> count(Folded words) {
    Map<String, Integer> counts = new HashMap<>();
    String own = words.text().substring(0, words.own());
    latin(Piece.of(own), counts);
    han(own, counts);
    return counts;
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

  private static void latin(List<Piece> pieces, Map<String, Integer> counts) {
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).startsWithDigit() && pieces.get(i).text().length() > 2) {
        counts.merge(pieces.get(i).lower(), 1, Integer::sum);
      }
      boolean may = Dictionary.ofConcepts().mayBeginWith(pieces.get(i).lower());
      var words = new StringBuilder();
      for (int end = i; may && end < Math.min(pieces.size(), i + LONGEST_CONCEPT); end++) {
        words.append(pieces.get(end).key());
        String meaning = Dictionary.ofConcepts().get(words.toString());
        if (meaning != null) {
          counts.merge(CONCEPT + meaning, 1, Integer::sum);
        }
      }
    }
  }

  private static void han(String text, Map<String, Integer> counts) {
    int behind = 0;
    boolean isHan = false;
    for (int i = 0; i < text.length(); i++) {
      boolean wasHan = isHan;
      isHan = Scripts.isHan(text.charAt(i));
      if (wasHan && isHan) {
        counts.merge(text.substring(i - 1, i + 1), 1, Integer::sum);
      }
      int length = isHan && i >= behind ? Dictionary.ofConcepts().hanAt(text, i) : 0;
      if (length > 0) {
        String meaning = Dictionary.ofConcepts().get(text.substring(i, i + length));
        counts.merge(CONCEPT + meaning, 1, Integer::sum);
        behind = i + length;
      }
    }
  }
}
