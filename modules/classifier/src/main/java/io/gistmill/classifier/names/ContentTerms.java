package io.gistmill.classifier.names;

import io.gistmill.classifier.text.Scripts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a text is about, roughly: beginnings of Latin words, without the commonest, and pairs of
/// neighbouring Han characters. A beginning stands for all forms of its word.
final class ContentTerms {

  private static final int STEM = 5;
  private static final int SHORTEST = 3;

  private static final Set<String> COMMON =
      Set.of(
          "about", "after", "all", "also", "and", "any", "are", "because", "been", "but", "can",
          "could", "did", "does", "for", "from", "had", "has", "have", "how", "into", "its", "more",
          "most", "not", "now", "only", "our", "out", "over", "says", "should", "some", "such",
          "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
          "through", "was", "were", "what", "when", "where", "which", "while", "who", "will",
          "with", "would", "you", "your");

  private ContentTerms() {}

  /// @param text half width and simplified
  static Set<String> of(String text, List<Piece> pieces) {
    var terms = new TreeSet<String>();
    for (Piece piece : pieces) {
      String word = piece.lower();
      if (word.length() >= SHORTEST && !COMMON.contains(word)) {
        terms.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    for (int i = 1; i < text.length(); i++) {
      if (Scripts.isHan(text.charAt(i - 1)) && Scripts.isHan(text.charAt(i))) {
        terms.add(text.substring(i - 1, i + 1));
      }
    }
    return terms;
  }
}
