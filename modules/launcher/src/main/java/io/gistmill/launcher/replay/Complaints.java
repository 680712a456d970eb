package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What to tell people about input that could not be used: one line for an archive as a whole, and
/// the first of its posts as an example for the others, which stand in `rejects.jsonl`.
final class Complaints {

  private final Map<String, ArchiveItem.Reject> firstPosts = new TreeMap<>();

  void note(ArchiveItem.Reject reject) {
    if (!isWhole(reject)) {
      firstPosts.putIfAbsent(reject.archive(), reject);
    }
  }

  /// @param unprocessed posts that were read, but that the pipeline refused
  List<String> about(List<ArchiveResult> archives, long unprocessed) {
    List<String> lines = new ArrayList<>();
    for (ArchiveResult archive : archives) {
      archive.failure().ifPresent(lines::add);
      ArchiveItem.Reject first = firstPosts.get(archive.archive());
      if (first != null) {
        lines.add(about(first, archive.rejects() - (archive.failure().isPresent() ? 1 : 0)));
      }
    }
    if (unprocessed > 0) {
      lines.add(unprocessed + " posts could not be processed; rejects.jsonl says why");
    }
    return lines;
  }

  private static String about(ArchiveItem.Reject first, long posts) {
    String example = first.archive() + ", line " + first.line() + ": " + first.reason();
    return posts == 1
        ? example
        : example + " (and " + (posts - 1) + " more that could not be used, see rejects.jsonl)";
  }

  private static boolean isWhole(ArchiveItem.Reject reject) {
    return reject.line() == 0;
  }
}
