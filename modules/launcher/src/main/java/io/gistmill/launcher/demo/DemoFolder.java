package io.gistmill.launcher.demo;

import io.gistmill.launcher.replay.Folders;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The demo's data folder: every demo begins with an empty one, and leaves it for a look.
final class DemoFolder {

  private static final String MARK = "demo";

  private DemoFolder() {}

  /// @throws UsageException when it holds what no demo has put there
  static void empty(Path folder) throws IOException {
    if (Files.exists(folder) && !isEmpty(folder)) {
      if (!Files.exists(folder.resolve(MARK))) {
        throw new UsageException(
            folder + " is no folder of a demo; choose an empty one with --data DIR");
      }
      Folders.delete(folder);
    }
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(MARK));
  }

  /// A folder for files of a moment, inside the data folder and deleted with it.
  static Path temporary(Path folder) throws IOException {
    return Files.createTempDirectory(folder, "samples");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
