package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import io.gistmill.producer.archive.PostSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;

/// Reads the archives: posts go to the spool, damage to the rejects.
final class Ingest implements ArchiveSink {

  private final Sinks sinks;
  private final StageRates rates;
  private final Progress progress;

  /// Where things go.
  record Sinks(PostSpool spool, RejectsFile rejects, Complaints complaints) {}

  private Ingest(Sinks sinks, StageRates rates, Progress progress) {
    this.sinks = sinks;
    this.rates = rates;
    this.progress = progress;
  }

  static List<ArchiveResult> read(
      ReplaySettings settings, Sinks sinks, StageRates rates, Progress progress) {
    rates.start(StageRates.Stage.READ);
    try {
      var ingest = new Ingest(sinks, rates, progress);
      return Archives.read(settings.archives(), new ArchiveSettings(settings.zone()), ingest);
    } finally {
      progress.end();
    }
  }

  @Override
  public void accept(ArchiveItem item) {
    try {
      requireUninterrupted();
      switch (item) {
        case ArchiveItem.ReadPost read -> {
          sinks.spool().append(read.post());
          rates.count(StageRates.Stage.READ, 1);
        }
        case ArchiveItem.Reject reject -> {
          sinks.complaints().note(reject);
          sinks
              .rejects()
              .write(
                  new RejectLine(
                      reject.archive(), reject.line(), null, reject.reason(), reject.excerpt()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write what was read; is the disk full?", e);
    }
  }

  private static void requireUninterrupted() throws ClosedByInterruptException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
  }

  @Override
  public void progress(long read, long total) {
    progress.show("Reading", read, total);
  }
}
