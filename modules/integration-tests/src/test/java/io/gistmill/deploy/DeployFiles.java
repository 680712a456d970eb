package io.gistmill.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files of the repository, by their paths from the root.
final class DeployFiles {

  static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../.."));

  private DeployFiles() {}

  static Path at(String name) {
    return ROOT.resolve(name);
  }

  static String read(String name) {
    return read(at(name));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// All files below a folder, sorted.
  static List<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(at(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
