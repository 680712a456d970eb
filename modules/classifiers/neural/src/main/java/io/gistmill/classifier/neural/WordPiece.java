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

  /// At the beginning and at the end.
  private static final int MARKS = 2;

  /// A text is read no further than this for each token that is wanted, marks included.
  private static final int UNITS = 8;

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

  /// The tokens of a text, without the marks at its ends.
  ///
  /// @param ids of the tokens
  /// @param starts offset in the text of the word to which each belongs
  public record Tokens(long[] ids, int[] starts) {

    public int size() {
      return ids.length;
    }
  }

  /// With the marks at both ends; of a text without a word, these alone.
  public long[] tokens(String text) {
    Tokens tokens = tokens(text, maxTokens - MARKS);
    return marked(tokens, 0, tokens.size());
  }

  /// @param most tokens that are wanted
  public Tokens tokens(String text, int most) {
    var ids = new long[most];
    var starts = new int[most];
    int size = 0;
    for (Words.Word word : Words.of(text, UNITS * (most + MARKS), lowerCase)) {
      if (size == most) {
        break;
      }
      for (int piece : pieces(word.text())) {
        if (size < most) {
          starts[size] = word.start();
          ids[size++] = piece;
        }
      }
    }
    return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size));
  }

  /// Some of the tokens between the marks.
  public long[] marked(Tokens tokens, int from, int to) {
    var marked = new long[to - from + MARKS];
    marked[0] = start;
    System.arraycopy(tokens.ids(), from, marked, 1, to - from);
    marked[marked.length - 1] = end;
    return marked;
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
