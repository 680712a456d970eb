package io.gistmill.classifier.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file for each answer. A folder that cannot be read or written costs answers, nothing else.
final class AnswerFiles {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerFiles.class);
  private static final String ENDING = ".json";
  private static final String UNFINISHED = ".new";
  private static final Duration LEFT_OVER = Duration.ofHours(1);
  private static final int MAX_BYTES = 1 << 20;

  private final Path folder;
  private final int most;
  private int count;

  /// @param most files; when there are a tenth more, the oldest go
  /// @param clock that also says when files were written
  AnswerFiles(Path folder, int most, InstantSource clock) throws IOException {
    this.folder = folder;
    this.most = most;
    Files.createDirectories(folder);
    this.count = all(ENDING).size();
    removeLeftOvers(clock.instant().minus(LEFT_OVER).toEpochMilli());
  }

  /// Of processes that were killed; a new one may belong to another process that is at work.
  private void removeLeftOvers(long before) throws IOException {
    for (Path unfinished : all(UNFINISHED)) {
      if (written(unfinished) < before) {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  Optional<String> read(String hash) {
    Path file = file(hash);
    try {
      return Files.size(file) > MAX_BYTES
          ? Optional.empty()
          : Optional.of(Files.readString(file, UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("an answer could not be read file={}", file, e);
      return Optional.empty();
    }
  }

  void write(String hash, String answer) {
    Path file = file(hash);
    try {
      Path next = folder.resolve(hash + UNFINISHED);
      Files.writeString(next, answer, UTF_8);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      count++;
      if (count > most + most / 10) {
        prune();
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("an answer could not be written file={}", file, e);
    }
  }

  private void prune() throws IOException {
    Map<Path, Long> written = new HashMap<>();
    all(ENDING).forEach(file -> written.put(file, written(file)));
    List<Path> files =
        written.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    for (Path oldest : files.subList(0, Math.max(0, files.size() - most))) {
      Files.deleteIfExists(oldest);
    }
    count = Math.min(most, files.size());
  }

  private static long written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private List<Path> all(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash + ENDING);
  }
}
