package io.gistmill.producer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// How posts stand in an archive: by the file's extension, else by its first sign.
enum ArchiveFormat {
  MARKDOWN(Set.of("md", "markdown")),
  JSON_LINES(Set.of("jsonl", "ndjson"));

  /// Bytes from the start that tell what a file is.
  static final int SNIFFED = 8 * 1024;

  private final Set<String> extensions;

  ArchiveFormat(Set<String> extensions) {
    this.extensions = extensions;
  }

  static ArchiveFormat of(Path archive, byte[] head) {
    String name = archive.getFileName() == null ? "" : archive.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (ArchiveFormat format : values()) {
      if (format.extensions.contains(extension)) {
        return format;
      }
    }
    String start = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return start.startsWith("{") || start.startsWith("[{") ? JSON_LINES : MARKDOWN;
  }

  /// The first bytes, which stay unread for whoever reads on.
  static byte[] head(InputStream in) throws IOException {
    in.mark(SNIFFED);
    byte[] head = in.readNBytes(SNIFFED);
    in.reset();
    return head;
  }
}
