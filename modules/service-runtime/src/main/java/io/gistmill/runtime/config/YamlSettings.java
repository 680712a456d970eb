package io.gistmill.runtime.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file as values by key: what is nested gets keys with dots.
final class YamlSettings {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Consumer<String> mistakes;
  private final SortedMap<String, Given> values = new TreeMap<>();

  private YamlSettings(Path file, Consumer<String> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /// @param mistakes are told what cannot be used; the rest is returned
  static SortedMap<String, Given> read(Path file, Consumer<String> mistakes) {
    if (!Files.isRegularFile(file)) {
      mistakes.accept(file + ": there is no such file; give the path of a YAML file");
      return new TreeMap<>();
    }
    var settings = new YamlSettings(file, mistakes);
    try (JsonParser parser = YAML.createParser(file)) {
      settings.document(parser);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      mistakes.accept(
          file
              + (line > 0 ? ":" + line : "")
              + ": not readable as YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    return settings.values;
  }

  private void document(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      object(parser, "");
    } else if (first != null && first != JsonToken.VALUE_NULL) {
      mistakes.accept(file + ": expected keys and values, such as 'zone: Europe/Berlin'");
    }
  }

  private void object(JsonParser parser, String prefix) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      String place = file + ":" + parser.currentTokenLocation().getLineNr() + ": " + key;
      switch (parser.nextToken()) {
        case START_OBJECT -> object(parser, key + ".");
        case START_ARRAY -> list(parser, key, place);
        case VALUE_NULL -> put(key, Given.text(place, ""));
        default -> put(key, Given.text(place, parser.getString()));
      }
    }
  }

  private void list(JsonParser parser, String key, String place) {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        mistakes.accept(place + ": expected plain values in the list");
        parser.skipChildren();
      } else {
        items.add(parser.getString());
      }
    }
    put(key, Given.list(place, items));
  }

  private void put(String key, Given given) {
    Given earlier = values.putIfAbsent(key, given);
    if (earlier != null) {
      mistakes.accept(
          given.place() + ": given twice, as " + earlier.place() + " too; take one out");
    }
  }
}
