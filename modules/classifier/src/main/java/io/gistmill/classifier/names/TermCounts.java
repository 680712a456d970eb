package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each word stands in a post's own text.
///
/// @param words Latin ones
/// @param pairs of neighbouring Han characters
/// @param meanings that both languages share
record TermCounts(Map<String, Integer> words, PairCounts pairs, Map<String, Integer> meanings) {

  /// Before a meaning where words of all kinds stand in one table.
  static final String CONCEPT = "~";

  private static final int LONGEST_CONCEPT = 3;
  private static final int LEAST_LETTERS = 3;

  /// @param pieces of the whole text
  static TermCounts of(Folded words, List<Piece> pieces) {
    var counts = new TermCounts(new HashMap<>(), new PairCounts(words.own()), new HashMap<>());
    counts.addLatin(own(words, pieces));
    counts.addHan(words.text(), words.own());
    return counts;
  }

  /// Those of what the post does not quote.
  private static List<Piece> own(Folded words, List<Piece> pieces) {
    int end = pieces.size();
    while (end > 0 && pieces.get(end - 1).start() >= words.own()) {
      end--;
    }
    return pieces.subList(0, end);
  }

  private void addLatin(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.text().length() >= LEAST_LETTERS && !piece.startsWithDigit()) {
        words.merge(piece.lower(), 1, Integer::sum);
      }
      if (Dictionary.ofConcepts().mayBeginWith(piece.lower())) {
        addMeanings(pieces.subList(i, Math.min(pieces.size(), i + LONGEST_CONCEPT)));
      }
    }
  }

  private void addMeanings(List<Piece> pieces) {
    var key = new StringBuilder();
    for (Piece piece : pieces) {
      key.append(piece.key());
      addMeaning(key.toString());
    }
  }

  private void addMeaning(String key) {
    String meaning = Dictionary.ofConcepts().get(key);
    if (meaning != null) {
      meanings.merge(CONCEPT + meaning, 1, Integer::sum);
    }
  }

  private void addHan(String text, int end) {
    int behind = 0;
    boolean isHan = false;
    for (int i = 0; i < end; i++) {
      boolean wasHan = isHan;
      isHan = Scripts.isHan(text.charAt(i));
      if (wasHan && isHan) {
        pairs.add(PairCounts.pair(text.charAt(i - 1), text.charAt(i)), 1);
      }
      int length = isHan && i >= behind ? Dictionary.ofConcepts().hanAt(text, i) : 0;
      if (length > 0) {
        addMeaning(text.substring(i, i + length));
        behind = i + length;
      }
    }
  }

  /// All of them by one name each.
  Map<String, Integer> all() {
    Map<String, Integer> all = new HashMap<>(words);
    all.putAll(meanings);
    pairs.forEach((pair, times) -> all.put(PairCounts.word(pair), times));
    return all;
  }
}
