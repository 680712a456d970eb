package io.gistmill.launcher.files;

import io.gistmill.launcher.replay.UsageException;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ByteLines;
import io.gistmill.producer.archive.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A line of a file in UTF-8.
///
/// @param number from 1
/// @param text empty where the line is damaged
/// @param damage what makes it unreadable, with the mend; null for a sound line
public record TextLine(long number, String text, @Nullable String damage) {

  private static final int LIMIT = ArchiveSettings.DEFAULT_MAX_POST_BYTES;

  /// Reads a file line by line; one that is longer than a post may be is damaged, and takes no more
  /// memory than such a post.
  ///
  /// @throws UsageException when the file is no text at all, with the mend
  public static void read(Path file, Consumer<TextLine> sink) throws IOException {
    try (Source source = Source.open(file)) {
      read(source, sink);
    }
  }

  static void read(Source source, Consumer<TextLine> sink) throws IOException {
    source.head();
    try (InputStream in = Files.newInputStream(source.path())) {
      var lines = new ByteLines(in, LIMIT, read -> {});
      for (Line line = lines.next(); line != null; line = lines.next()) {
        sink.accept(of(line));
      }
    }
  }

  private static TextLine of(Line line) {
    String damage = line.damage(LIMIT).orElse(null);
    return new TextLine(line.number(), damage == null ? line.text().orElse("") : "", damage);
  }
}
