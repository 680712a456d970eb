package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.PostSpool;
import java.time.Instant;
import java.util.List;

/// How many of the posts stand in digests that have been written, told while the pipeline works.
final class DigestProgress {

  private final List<PostSpool.Entry> inTime;
  private final Progress progress;
  private int digested;

  DigestProgress(List<PostSpool.Entry> inTime, Progress progress) {
    this.inTime = inTime;
    this.progress = progress;
  }

  /// Each call walks over the posts that are new in it.
  ///
  /// @param tick up to which all digests are written
  void reach(Instant tick) {
    while (digested < inTime.size() && inTime.get(digested).published().isBefore(tick)) {
      digested++;
    }
    progress.show("Digesting", digested, inTime.size());
  }

  void end() {
    progress.end();
  }
}
