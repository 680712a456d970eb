package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/// A plug-in of settings alone, from which an engine on the class path makes a classifier.
final class SettingsPlugin {

  static final String FILE = "classifier.yml";

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
    String settings = new SettingsFile(folder.resolve(FILE)).text();
    ClassifierEngine engine = SettingsFile.engine(settings, engines);
    ClassifierFactory factory = engine.factory(name, settings, folder);
    if (!name.equals(factory.name())) {
      throw new IllegalStateException(
          "it calls the classifier '" + factory.name() + "' instead of '" + name + "'");
    }
    var context = new PluginContext(engine.getClass().getClassLoader());
    return new FoundPlugin(name, folder, List.of(new PluginFactory(factory, context)), List.of());
  }
}
