package io.gistmill.launcher.files;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that somebody named, to be sent as it is.
public final class GivenFile {

  private GivenFile() {}

  /// @throws UsageException when it is not there, or a folder
  public static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name a file in it");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": there is no such file");
    }
  }
}
