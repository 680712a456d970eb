package io.gistmill.launcher.shadow;

import io.gistmill.domain.Post;
import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import io.gistmill.producer.archive.PostSpool;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The posts of archives, each once, in the version that a replay of the same archives ends with.
final class ArchivePosts implements ArchiveSink {

  private final PostSpool spool;
  private final PrintWriter err;
  private long rejects;

  private ArchivePosts(PostSpool spool, PrintWriter err) {
    this.spool = spool;
    this.err = err;
  }

  /// @param folder for what does not fit into memory
  /// @param err told what cannot be read
  /// @return how much could not be read
  static long read(
      List<Path> archives, ZoneId zone, Path folder, PrintWriter err, Consumer<Post> posts) {
    try (PostSpool spool = PostSpool.in(folder)) {
      var sink = new ArchivePosts(spool, err);
      List<ArchiveResult> results = Archives.read(archives, new ArchiveSettings(zone), sink);
      for (ArchiveResult result : results) {
        result.failure().ifPresent(err::println);
        sink.rejects += result.failure().isPresent() && result.rejects() == 0 ? 1 : 0;
      }
      lastVersions(spool).values().forEach(entry -> posts.accept(spool.post(entry)));
      return sink.rejects;
    }
  }

  private static Map<String, PostSpool.Entry> lastVersions(PostSpool spool) {
    var last = new LinkedHashMap<String, PostSpool.Entry>();
    spool.inTime().forEach(entry -> last.put(entry.id(), entry));
    return last;
  }

  @Override
  public void accept(ArchiveItem item) {
    switch (item) {
      case ArchiveItem.ReadPost read -> spool.append(read.post());
      case ArchiveItem.Reject reject -> {
        rejects++;
        err.println(reject.archive() + ", line " + reject.line() + ": " + reject.reason());
      }
    }
  }

  @Override
  public void progress(long done, long total) {}
}
