package io.gistmill.launcher.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a replay writes: `posts.jsonl`, `rejects.jsonl` and the folders `daily` and `weekly` of
/// `digests`. Those of an earlier replay are replaced; other files stay.
final class OutputFolder {

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /// @param archives none of them may be among what is replaced
  /// @throws UsageException when the folder cannot take the results
  static OutputFolder check(Path folder, List<Path> archives) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException(folder + " is a file; --out takes a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "the folder " + folder + " cannot be made (" + e + "); choose another --out");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException(folder + " cannot be written to; choose another --out");
    }
    var output = new OutputFolder(folder);
    for (Path archive : archives) {
      output.refuseToReplace(archive);
    }
    return output;
  }

  private void refuseToReplace(Path archive) throws IOException {
    for (Path result : results()) {
      if (Files.exists(archive)
          && Files.exists(result)
          && archive.toRealPath().startsWith(result.toRealPath())) {
        throw new UsageException(
            archive + " would be replaced by the results; choose another --out");
      }
    }
  }

  /// Makes room for new results.
  void deleteOldResults() throws IOException {
    for (Path result : results()) {
      Folders.delete(result);
    }
  }

  private List<Path> results() {
    return List.of(
        posts(),
        rejects(),
        digests().resolve(DigestFiles.DAILY),
        digests().resolve(DigestFiles.WEEKLY));
  }

  Path posts() {
    return folder.resolve("posts.jsonl");
  }

  Path rejects() {
    return folder.resolve("rejects.jsonl");
  }

  Path digests() {
    return folder.resolve("digests");
  }
}
