package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.ArchiveResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a replay came to.
///
/// @param archives how each archive went, in order
/// @param in posts found in the archives, unreadable ones included
/// @param posts that came out, edits among them
/// @param edits later versions of a post
/// @param duplicates posts that repeat another one
/// @param rejects posts that could not be read or processed; an archive that could not be read at
///   all counts as one
/// @param complaints what could not be used, and the mend, for people
/// @param digests written, each in all its forms
/// @param rates of each stage
public record ReplayReport(
    List<ArchiveResult> archives,
    long in,
    long posts,
    long edits,
    long duplicates,
    long rejects,
    List<String> complaints,
    long digests,
    List<StageRate> rates) {

  public ReplayReport {
    archives = List.copyOf(archives);
    complaints = List.copyOf(complaints);
    rates = List.copyOf(rates);
  }

  /// True when every post that went in came out, as post, duplicate or reject.
  public boolean accountsForEveryPost() {
    return in == posts + duplicates + rejects;
  }

  /// True when all archives could be read and nothing was rejected.
  public boolean isClean() {
    return rejects == 0 && archives.stream().allMatch(archive -> archive.failure().isEmpty());
  }

  /// What went in and out, and how fast; whole lines.
  public String summary() {
    String counts =
        String.format(
            Locale.ROOT,
            "%d in = %d posts + %d duplicates + %d rejects%n",
            in,
            posts,
            duplicates,
            rejects);
    String versions =
        edits == 0
            ? ""
            : String.format(Locale.ROOT, "%d of the posts are later versions of another%n", edits);
    return counts
        + versions
        + rates.stream().map(rate -> rate + System.lineSeparator()).collect(Collectors.joining());
  }
}
