package io.gistmill.launcher.replay;

import io.gistmill.launcher.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a replay writes: `posts.jsonl`, `rejects.jsonl` and `digests`. Those of an earlier replay
/// are replaced; other files in the folder stay.
final class OutputFolder {

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  static OutputFolder prepare(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException(folder + " is a file; --out takes a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "cannot make the folder " + folder + "; choose another --out (" + e + ")");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException(folder + " cannot be written to; choose another --out");
    }
    var output = new OutputFolder(folder);
    Workspace.deleteAll(output.digests());
    Files.deleteIfExists(output.posts());
    Files.deleteIfExists(output.rejects());
    return output;
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
