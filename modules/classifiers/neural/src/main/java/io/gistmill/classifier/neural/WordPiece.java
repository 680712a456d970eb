package io.gistmill.classifier.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Cuts a text into the tokens that a model of BERT's kind knows, by its word list: a Chinese
/// character is one, a word the longest pieces that the list has. Immutable.
///
/// (Devlin and others, "BERT", 2019.)
public final class WordPiece {

  private static final String INNER = "##";

  private final Map<String, Integer> ids;
  private final boolean lowerCase;
  private final int maxTokens;
  private final int unknown;
  private final int start;
  private final int end;

  /// @param ids of the tokens
  /// @param lowerCase whether the list knows words in lower case and without accents alone
  /// @param maxTokens that a text has at most, with the marks at both ends
  /// @throws IllegalArgumentException when the list lacks a mark
  public WordPiece(Map<String, Integer> ids, boolean lowerCase, int maxTokens) {
    this.ids = Map.copyOf(ids);
    this.lowerCase = lowerCase;
    this.maxTokens = maxTokens;
    this.unknown = id("[UNK]");
    this.start = id("[CLS]");
    this.end = id("[SEP]");
  }

  private int id(String token) {
    Integer id = ids.get(token);
    if (id == null) {
      throw new IllegalArgumentException("the word list has no token " + token);
    }
    return id;
  }

  /// Of a text without a word, the marks at both ends alone.
  public long[] tokens(String text) {
    var tokens = new long[maxTokens];
    tokens[0] = start;
    int size = 1;
    for (String word : Words.of(text, 8 * maxTokens, lowerCase)) {
      for (int piece : pieces(word)) {
        if (size < maxTokens - 1) {
          tokens[size++] = piece;
        }
      }
    }
    tokens[size++] = end;
    return Arrays.copyOf(tokens, size);
  }

  /// The greatest token that there is.
  public int largestId() {
    return ids.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private List<Integer> pieces(String word) {
    var pieces = new ArrayList<Integer>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      while (to > from && !ids.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        return List.of(unknown);
      }
      pieces.add(id(piece(word, from, to)));
      from = to;
    }
    return pieces;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : INNER + word.substring(from, to);
  }
}
