package io.gistmill.producer.archive;

import org.jspecify.annotations.Nullable;

/// Passes everything on, and knows an exception of the sink from one of the reader.
final class GuardedSink implements ArchiveSink {

  private final ArchiveSink sink;
  private @Nullable RuntimeException thrown;

  GuardedSink(ArchiveSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(ArchiveItem item) {
    guarded(() -> sink.accept(item));
  }

  @Override
  public void progress(long read, long total) {
    guarded(() -> sink.progress(read, total));
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      thrown = e;
      throw e;
    }
  }

  /// Throws the exception again when the sink had thrown it, else does nothing.
  void rethrowOwn(RuntimeException e) {
    if (e == thrown) {
      throw e;
    }
  }
}
