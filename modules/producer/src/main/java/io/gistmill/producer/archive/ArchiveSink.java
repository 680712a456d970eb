package io.gistmill.producer.archive;

/// Takes what an archive gives, in the archive's order, on the thread that reads.
@FunctionalInterface
public interface ArchiveSink {

  void accept(ArchiveItem item);

  /// Called every now and then while reading, and once at the end of each archive.
  ///
  /// @param read bytes read so far, over all archives
  /// @param total size of all archives together in bytes; `read` may pass it when a file grows
  default void progress(long read, long total) {}
}
