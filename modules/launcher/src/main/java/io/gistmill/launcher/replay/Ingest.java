package io.gistmill.launcher.replay;

import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import io.gistmill.producer.archive.PostSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads the archives: posts go to the spool, damage to the rejects.
final class Ingest implements ArchiveSink {

  private final PostSpool spool;
  private final RejectsFile rejects;
  private final StageRates rates;
  private final Progress progress;

  private Ingest(PostSpool spool, RejectsFile rejects, StageRates rates, Progress progress) {
    this.spool = spool;
    this.rejects = rejects;
    this.rates = rates;
    this.progress = progress;
  }

  static List<ArchiveResult> read(
      ReplaySettings settings,
      PostSpool spool,
      RejectsFile rejects,
      StageRates rates,
      Progress progress) {
    var ingest = new Ingest(spool, rejects, rates, progress);
    rates.start(StageRates.Stage.READ);
    List<ArchiveResult> results =
        Archives.read(settings.archives(), new ArchiveSettings(settings.zone()), ingest);
    progress.end();
    return results;
  }

  @Override
  public void accept(ArchiveItem item) {
    try {
      switch (item) {
        case ArchiveItem.ReadPost read -> {
          spool.append(read.post());
          rates.count(StageRates.Stage.READ, 1);
        }
        case ArchiveItem.Reject reject -> {
          rejects.write(
              new RejectLine(
                  reject.archive(), reject.line(), null, reject.reason(), reject.excerpt()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write what was read; is the disk full?", e);
    }
  }

  @Override
  public void progress(long read, long total) {
    progress.show("Reading", read, total);
  }
}
