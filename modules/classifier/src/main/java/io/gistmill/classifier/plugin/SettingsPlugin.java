package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A plug-in of settings alone, from which an engine on the class path makes a classifier.
final class SettingsPlugin {

  static final String FILE = "classifier.yml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// As much as a switch may carry.
  private static final long MAX_BYTES = 512 << 10;

  private final Path folder;
  private final SortedMap<String, ClassifierEngine> engines;

  private SettingsPlugin(Path folder, SortedMap<String, ClassifierEngine> engines) {
    this.folder = folder;
    this.engines = engines;
  }

  /// @param engines by what settings call them
  static FoundPlugin load(Path folder, SortedMap<String, ClassifierEngine> engines) {
    try {
      return new SettingsPlugin(folder, engines).load();
    } catch (IllegalArgumentException e) {
      return FoundPlugin.broken(folder, FILE + ": " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return FoundPlugin.broken(folder, "its engine failed: " + Advice.on(e));
    }
  }

  private FoundPlugin load() {
    String name = FoundPlugin.nameOf(folder);
    String settings = text();
    ClassifierEngine engine = engine(settings);
    ClassifierFactory factory = engine.factory(name, settings, folder);
    if (!name.equals(factory.name())) {
      throw new IllegalStateException(
          "it calls the classifier '" + factory.name() + "' instead of '" + name + "'");
    }
    var context = new PluginContext(engine.getClass().getClassLoader());
    return new FoundPlugin(
        name, folder, List.of(new PluginFactory(factory, context)), List.of());
  }

  private String text() {
    Path file = folder.resolve(FILE);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(
            "it is larger than " + MAX_BYTES + " bytes; settings alone belong there");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not in UTF-8; save it so", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "it cannot be read (" + e + "); see to its permissions", e);
    }
  }

  private ClassifierEngine engine(String settings) {
    String kind = tree(settings).path("engine").asString("");
    ClassifierEngine engine = engines.get(kind);
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
