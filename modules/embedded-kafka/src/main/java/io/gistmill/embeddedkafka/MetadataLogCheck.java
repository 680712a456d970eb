package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.RecordBatch;

/// Finds out whether the log of the broker's own metadata lost a part that it once had.
///
/// The broker cuts a damaged log off where the damage begins, because a kill may have torn the last
/// write. That is right for the tail only: with a longer part it forgets topics, and then takes
/// their records for rubbish. What was certainly written can be told from two other files: each
/// start notes at which offset it began, and a snapshot says up to where it reaches.
final class MetadataLogCheck {

  private final Path log;

  MetadataLogCheck(Path log) {
    this.log = log;
  }

  boolean lostAPart() throws IOException {
    long end = 0;
    for (Path segment : files(".log")) {
      OptionalLong segmentEnd = end(segment);
      if (segmentEnd.isEmpty() && Files.size(segment) > 0) {
        return true;
      }
      end = Math.max(end, segmentEnd.orElse(0));
    }
    return end < lastEpochStart() || end < lastSnapshotEnd();
  }

  /// The offset after the last sound batch before any damage; empty if there is none.
  private static OptionalLong end(Path segment) throws IOException {
    OptionalLong end = OptionalLong.empty();
    try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
      for (RecordBatch batch : records.batches()) {
        batch.ensureValid();
        end = OptionalLong.of(batch.nextOffset());
      }
    } catch (CorruptRecordException damageBeginsHere) {
      return end;
    }
    return end;
  }

  /// The last line of Kafka's file is `epoch offset`, after two lines of version and count.
  private long lastEpochStart() throws IOException {
    Path file = log.resolve("leader-epoch-checkpoint");
    if (!Files.exists(file)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    return lines.size() < 3 ? 0 : Long.parseLong(lines.getLast().split(" ", -1)[1]);
  }

  /// A snapshot is named `OFFSET-EPOCH.checkpoint`.
  private long lastSnapshotEnd() throws IOException {
    return files(".checkpoint").stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches("\\d+-\\d+\\.checkpoint"))
        .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('-'))))
        .max()
        .orElse(0);
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> paths = Files.list(log)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
