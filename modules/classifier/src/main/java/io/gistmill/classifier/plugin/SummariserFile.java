package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// The file that an operator writes to have posts summarised.
public final class SummariserFile {

  private SummariserFile() {}

  /// @param loader where engines are looked for
  /// @return nothing is connected or loaded yet
  /// @throws IllegalArgumentException naming the file and every mistake in it
  public static SummariserFactory read(Path file, ClassLoader loader) {
    try {
      String settings = new SettingsFile(file).text();
      var engines = new TreeMap<String, SummariserEngine>();
      ServiceLoader.load(SummariserEngine.class, loader)
          .forEach(engine -> engines.putIfAbsent(engine.kind(), engine));
      Path folder = file.toAbsolutePath().getParent();
      return SettingsFile.engine(settings, engines)
          .factory(settings, folder == null ? file : folder);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
