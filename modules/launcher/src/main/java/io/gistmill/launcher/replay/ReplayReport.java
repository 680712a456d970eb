package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.ArchiveResult;
import java.util.List;

/// What a replay came to.
///
/// @param archives how each archive went, in order
/// @param in posts found in the archives, unreadable ones included
/// @param posts that came out, edits among them
/// @param edits later versions of a post
/// @param duplicates posts that repeat another one
/// @param rejects posts that could not be read or processed
/// @param digests written, in all their forms
/// @param rates a line for each stage
public record ReplayReport(
    List<ArchiveResult> archives,
    long in,
    long posts,
    long edits,
    long duplicates,
    long rejects,
    long digests,
    String rates) {

  public ReplayReport {
    archives = List.copyOf(archives);
  }

  /// True when every post that went in came out, as post, duplicate or reject.
  public boolean accountsForEveryPost() {
    return in == posts + duplicates + rejects;
  }

  /// True when all archives could be read and nothing was rejected.
  public boolean isClean() {
    return rejects == 0 && archives.stream().allMatch(archive -> archive.failure().isEmpty());
  }
}
