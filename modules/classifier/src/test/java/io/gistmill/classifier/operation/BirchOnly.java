package io.gistmill.classifier.operation;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.api.ClassifierFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An installation whose only classifier is [Birch].
final class BirchOnly {

  private BirchOnly() {}

  static Taggers taggers(Path folder) {
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(ClassifierFactory.class.getName()), Birch.class.getName());
      var loader =
          new URLClassLoader(new URL[] {folder.toUri().toURL()}, BirchOnly.class.getClassLoader());
      return ClassifierRegistry.discover(loader)
          .taggers(List.of("birch"), Tagger.THRESHOLD, System::nanoTime);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
