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
record TermCounts(WordCounts words, PairCounts pairs, WordCounts meanings) {

  /// Before a meaning where words of all kinds stand in one table.
  static final String CONCEPT = "~";

  private static final int LONGEST_CONCEPT = 3;
  private static final int LEAST_LETTERS = 3;

  /// Most posts have at most so many different ones.
  private static final int MEANINGS = 64;

  /// @param pieces of the whole text
  static TermCounts of(Folded words, List<Piece> pieces) {
    List<Piece> own = own(words, pieces);
    var counts =
        new TermCounts(
            new WordCounts(own.size()), new PairCounts(words.own()), new WordCounts(MEANINGS));
    counts.addLatin(own);
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
        words.add(piece.lower(), 1);
      }
      addMeanings(pieces, i);
    }
  }

  /// Those of one piece and of those behind it.
  private void addMeanings(List<Piece> pieces, int from) {
    SpellingTree spellings = Dictionary.ofConcepts().spellings();
    int end = Math.min(pieces.size(), from + LONGEST_CONCEPT);
    int place = SpellingTree.ROOT;
    for (int i = from; i < end && place != SpellingTree.NOWHERE; i++) {
      place = pieces.get(i).along(spellings, place);
      String meaning = spellings.value(place);
      if (meaning != null) {
        meanings.add(meaning, 1);
      }
    }
  }

  private void addHan(String text, int end) {
    Dictionary concepts = Dictionary.ofConcepts();
    int behind = 0;
    boolean isHan = false;
    for (int i = 0; i < end; i++) {
      boolean wasHan = isHan;
      isHan = Scripts.isHan(text.charAt(i));
      if (wasHan && isHan) {
        pairs.add(PairCounts.pair(text.charAt(i - 1), text.charAt(i)), 1);
      }
      int meant = isHan && i >= behind ? concepts.hanEnd(text, i) : i;
      if (meant > i) {
        meanings.add(concepts.han(text, i, meant), 1);
        behind = meant;
      }
    }
  }

  /// All of them by one name each.
  Map<String, Integer> all() {
    Map<String, Integer> all = new HashMap<>();
    words.forEach(all::put);
    meanings.forEach(all::put);
    pairs.forEach((pair, times) -> all.put(PairCounts.word(pair), times));
    return all;
  }
}
