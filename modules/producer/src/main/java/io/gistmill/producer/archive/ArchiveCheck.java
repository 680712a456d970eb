package io.gistmill.producer.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Says before reading why a file is no archive, and what to do.
public final class ArchiveCheck {

  private ArchiveCheck() {}

  /// @return null when there is a file to read
  public static @Nullable String unreadable(Path archive) {
    if (Files.isDirectory(archive)) {
      return archive + " is a folder; name the files in it, such as " + archive + "/*.md";
    }
    if (!Files.exists(archive)) {
      return archive + " does not exist; check the spelling and the folder you are in";
    }
    if (!Files.isReadable(archive)) {
      return archive + " may not be read; give yourself the right to, for instance with chmod u+r";
    }
    return null;
  }

  /// @param head the file's first bytes
  /// @return null for what may be text in UTF-8
  public static @Nullable String foreign(byte[] head) {
    if (head.length == 0) {
      return "is empty; export the posts again, or leave the file out";
    }
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return "is written in UTF-16; save it as UTF-8, for instance with iconv -f UTF-16 -t UTF-8";
    }
    if (startsWith(head, 0x1F, 0x8B) || startsWith(head, 'P', 'K', 3, 4)) {
      return "is compressed; unpack it first";
    }
    for (byte octet : head) {
      if (octet == 0) {
        return "is a binary file and no text; give a Markdown (.md) or JSON Lines (.jsonl) file";
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] head, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
