package io.gistmill.launcher.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A temporary folder for the broker, the stores and the spools of one replay.
final class Workspace implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
  private static final long MEBIBYTE = 1024 * 1024;

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /// Checks first whether there is room: a broker whose disk fills up dies in unclear ways.
  ///
  /// @param parent the folder for temporary files
  /// @param needed bytes
  /// @throws UsageException when the folder cannot take that much
  static Workspace in(Path parent, long needed) {
    try {
      long usable = Files.getFileStore(parent).getUsableSpace();
      if (usable < needed) {
        throw new UsageException(
            "the folder for temporary files, "
                + parent
                + ", has "
                + usable / MEBIBYTE
                + " MiB left and the replay may need "
                + needed / MEBIBYTE
                + "; make room there or set TMPDIR to another folder");
      }
      return new Workspace(Files.createTempDirectory(parent, "gistmill-replay-"));
    } catch (IOException e) {
      throw new UsageException(
          "the folder for temporary files, "
              + parent
              + ", cannot be used ("
              + e
              + "); set TMPDIR to another folder");
    }
  }

  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /// Deletes everything. What cannot be deleted is no reason to fail a replay that is done.
  @Override
  public void close() {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted ({}); delete it by hand", folder, e.toString());
    }
  }
}
