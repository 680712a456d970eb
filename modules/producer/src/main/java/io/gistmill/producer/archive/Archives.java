package io.gistmill.producer.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads archives of posts: Markdown with one block a post under lines `### N`, or JSON Lines with
/// one post a line.
///
/// One pass, with memory bounded by the limit of a post's size and not by the archive's. Ordinals
/// count blocks from 1 through all archives in the order given; a block that cannot be read takes
/// its ordinal with it. Damage never stops the reading: it goes to the sink as a
/// [ArchiveItem.Reject], and the next archive is read whatever became of the one before, even when
/// reading it threw. Only what the sink itself throws ends the reading.
public final class Archives {

  private static final long PROGRESS_STEP = 1024 * 1024;

  private final ArchiveSettings settings;
  private final GuardedSink sink;
  private final long total;
  private long done;
  private long ordinal;

  private Archives(ArchiveSettings settings, ArchiveSink sink, long total) {
    this.settings = settings;
    this.sink = new GuardedSink(sink);
    this.total = total;
  }

  /// Reads all archives, one after the other.
  ///
  /// @return one result an archive, in the order given
  public static List<ArchiveResult> read(
      List<Path> archives, ArchiveSettings settings, ArchiveSink sink) {
    long total = archives.stream().mapToLong(Archives::size).sum();
    var reading = new Archives(settings, sink, total);
    return archives.stream().map(reading::read).toList();
  }

  private static long size(Path archive) {
    try {
      return Files.isRegularFile(archive) ? Files.size(archive) : 0;
    } catch (IOException | RuntimeException e) {
      return 0; // said when the archive is read
    }
  }

  private ArchiveResult read(Path archive) {
    var assembly = new Assembly(archive.toString(), settings.zone(), sink, ordinal);
    String failure = guarded(archive, assembly, () -> failure(archive, assembly));
    while (assembly.isWaiting()) {
      String atEnd = guarded(archive, assembly, () -> ended(assembly));
      failure = failure == null ? atEnd : failure;
    }
    ordinal = assembly.ordinal();
    sink.progress(done, total);
    return assembly.result(failure);
  }

  private static @Nullable String ended(Assembly assembly) {
    assembly.end();
    return null;
  }

  /// @param step gives why it failed, null when all is well
  private @Nullable String guarded(
      Path archive, Assembly assembly, Supplier<@Nullable String> step) {
    String failure;
    try {
      failure = step.get();
    } catch (RuntimeException e) {
      sink.rethrowOwn(e);
      failure = unexpected(archive, e);
    }
    if (failure != null) {
      assembly.rejectAside(0, failure, "");
    }
    return failure;
  }

  private static String unexpected(Path archive, RuntimeException e) {
    String cause = Excerpts.cut(e.getClass().getSimpleName() + ": " + e.getMessage(), 200);
    return archive
        + " could not be read to its end, through a fault of the reader ("
        + cause
        + "); report it with the post behind the last one that came out, and take that post out";
  }

  private @Nullable String failure(Path archive, Assembly assembly) {
    String absent = ArchiveCheck.unreadable(archive);
    if (absent != null) {
      return absent;
    }
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(archive), ArchiveFormat.SNIFFED)) {
      return read(archive, in, assembly);
    } catch (IOException e) {
      return archive
          + " could not be read to its end ("
          + e.getClass().getSimpleName()
          + "); check the disk and that nobody changes the file";
    }
  }

  private @Nullable String read(Path archive, InputStream in, Assembly assembly)
      throws IOException {
    byte[] head = ArchiveFormat.head(in);
    String foreign = ArchiveCheck.foreign(head);
    if (foreign != null) {
      return archive + " " + foreign;
    }
    int limit = settings.maxPostBytes();
    var lines = new ByteLines(in, limit, new Progress()::step);
    try {
      String failure =
          switch (ArchiveFormat.of(archive, head)) {
            case MARKDOWN -> new MarkdownArchive(lines, limit, assembly).read();
            case JSON_LINES -> new JsonLinesArchive(lines, limit, assembly).read();
          };
      return failure == null ? null : archive + " " + failure;
    } finally {
      done += lines.bytesRead();
    }
  }

  private final class Progress {

    private long told;

    void step(long read) {
      if (read - told >= PROGRESS_STEP) {
        told = read;
        sink.progress(done + read, total);
      }
    }
  }
}
