package io.gistmill.classifier.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the tokens that the model knows, by the word list of its `tokenizer.json`: a
/// Chinese character is one, a word the longest pieces that the list has. Immutable.
///
/// (Devlin and others, "BERT", 2019.)
final class WordPiece {

  /// With the marks at both ends; the model takes 512, and what is short is what it is for.
  static final int MAX_TOKENS = 256;

  private static final String FILE = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final String INNER = "##";

  private final Map<String, Integer> ids;
  private final int unknown;
  private final int start;
  private final int end;

  private WordPiece(Map<String, Integer> ids) {
    this.ids = Map.copyOf(ids);
    this.unknown = id("[UNK]");
    this.start = id("[CLS]");
    this.end = id("[SEP]");
  }

  private int id(String token) {
    Integer id = ids.get(token);
    if (id == null) {
      throw new IllegalStateException(FILE + " has no token " + token);
    }
    return id;
  }

  static WordPiece shipped() {
    try (InputStream file = WordPiece.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(
            FILE + " is missing; is the model's jar on the class path?");
      }
      JsonNode words = JsonMapper.shared().readTree(file).path("model").path("vocab");
      var ids = new HashMap<String, Integer>();
      words.properties().forEach(word -> ids.put(word.getKey(), word.getValue().asInt()));
      return new WordPiece(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// At most [#MAX_TOKENS]; of a text without a word, the marks at both ends alone.
  long[] tokens(String text) {
    var tokens = new long[MAX_TOKENS];
    tokens[0] = start;
    int size = 1;
    for (String word : Words.of(text, 8 * MAX_TOKENS)) {
      for (int piece : pieces(word)) {
        if (size < MAX_TOKENS - 1) {
          tokens[size++] = piece;
        }
      }
    }
    tokens[size++] = end;
    return Arrays.copyOf(tokens, size);
  }

  private List<Integer> pieces(String word) {
    var pieces = new java.util.ArrayList<Integer>();
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
