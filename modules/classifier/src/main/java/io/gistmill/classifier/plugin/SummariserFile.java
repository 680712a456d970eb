package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.summary.SummariserEngine;
import io.gistmill.classifier.api.summary.SummariserFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The file that an operator writes to have posts summarised.
public final class SummariserFile {

  private final Path file;
  private final ClassLoader loader;

  private SummariserFile(Path file, ClassLoader loader) {
    this.file = file;
    this.loader = loader;
  }

  /// @param loader where engines are looked for
  /// @return nothing is connected or loaded yet; whatever an engine does wrong when it makes a
  ///   summariser comes as an IllegalArgumentException that names the file
  /// @throws IllegalArgumentException naming the file and every mistake in it, or what the engine
  ///   did wrong
  public static SummariserFactory read(Path file, ClassLoader loader) {
    return of(file, new SummariserFile(file, loader)::factory);
  }

  /// @throws IllegalArgumentException naming the file, whatever foreign code threw
  static <T> T of(Path file, Supplier<T> foreign) {
    try {
      return foreign.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      throw new IllegalArgumentException(file + ": its engine failed: " + Advice.on(e), e);
    }
  }

  private SummariserFactory factory() {
    String settings = new SettingsFile(file).text();
    var engines = new TreeMap<String, SummariserEngine>();
    ServiceLoader.load(SummariserEngine.class, loader)
        .forEach(engine -> engines.putIfAbsent(engine.kind(), engine));
    Path folder = file.toAbsolutePath().getParent();
    SummariserFactory made =
        Objects.requireNonNull(
            SettingsFile.engine(settings, engines)
                .factory(settings, folder == null ? file : folder),
            "it made null instead of a factory");
    return new SummariserOfFile(file, made, made.name(), made.version(), made.timeLimit());
  }
}
