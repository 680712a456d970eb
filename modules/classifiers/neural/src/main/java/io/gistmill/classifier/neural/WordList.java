package io.gistmill.classifier.neural;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The word list of a tokenizer as it is shipped beside a model: `tokenizer.json`, or `vocab.txt`
/// with a token a line.
///
/// @param ids of the tokens
/// @param lowerCase whether it knows lower case alone; empty where the file does not say
public record WordList(Map<String, Integer> ids, Optional<Boolean> lowerCase) {

  public WordList {
    ids = Map.copyOf(ids);
  }

  /// @throws IllegalArgumentException when it is another kind of tokenizer, or damaged
  public static WordList json(InputStream file) throws IOException {
    JsonNode root = tree(file);
    JsonNode model = root.path("model");
    JsonNode words = model.path("vocab");
    String type = model.path("type").asString("WordPiece");
    if (!type.equals("WordPiece") || !words.isObject()) {
      throw new IllegalArgumentException(
          "its tokenizer is of the type " + type + "; WordPiece alone is read");
    }
    var ids = new HashMap<String, Integer>();
    words.properties().forEach(word -> ids.put(word.getKey(), word.getValue().asInt(0)));
    JsonNode lowerCase = root.path("normalizer").path("lowercase");
    return new WordList(
        ids, lowerCase.isBoolean() ? Optional.of(lowerCase.booleanValue()) : Optional.empty());
  }

  private static JsonNode tree(InputStream file) {
    try {
      return JsonMapper.shared().readTree(file);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
  }

  public static WordList lines(InputStream file) throws IOException {
    List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    var ids = new HashMap<String, Integer>();
    for (int i = 0; i < lines.size(); i++) {
      ids.putIfAbsent(lines.get(i), i);
    }
    return new WordList(ids, Optional.empty());
  }
}
