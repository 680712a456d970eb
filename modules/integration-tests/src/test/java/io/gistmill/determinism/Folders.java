package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Compares the results of two replays.
final class Folders {

  private Folders() {}

  /// All files by relative path.
  static SortedMap<String, String> read(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(folder.relativize(path).toString(), content(path)));
    }
    return files;
  }

  /// Byte for byte, with the name of the first file that differs.
  static void assertSame(SortedMap<String, String> actual, SortedMap<String, String> expected) {
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, content) -> assertThat(actual.get(name)).as(name).isEqualTo(content));
  }

  private static String content(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
