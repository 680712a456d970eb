package io.gistmill.classifier.plugin;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A file of settings whose field `engine` names who reads the others.
record SettingsFile(Path file) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// As much as a switch may carry.
  private static final long MAX_BYTES = 512 << 10;

  /// @throws IllegalArgumentException when it cannot be used, with the mend
  String text() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(
            "it is larger than " + MAX_BYTES + " bytes; settings alone belong there");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no such file; write it or correct the path", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not in UTF-8; save it so", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "it cannot be read (" + e + "); see to its permissions", e);
    }
  }

  /// @param engines by what settings call them
  /// @throws IllegalArgumentException when the settings name none of them
  static <E> E engine(String settings, SortedMap<String, E> engines) {
    String kind = tree(settings).path("engine").asString("");
    E engine = engines.get(kind);
    if (engine == null) {
      throw new IllegalArgumentException(
          (kind.isEmpty() ? "it names no engine" : "no engine is called '" + kind + "'")
              + "; write 'engine: ' and one of: "
              + (engines.isEmpty() ? "(none is installed)" : String.join(", ", engines.keySet())));
    }
    return engine;
  }

  private static JsonNode tree(String settings) {
    try {
      return YAML.readTree(settings);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          "line "
              + line
              + ": not readable as YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + "; write a key, a colon and a value a line",
          e);
    }
  }
}
