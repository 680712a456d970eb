package io.gistmill.digest.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder of mails, one `.eml` file each, named by the digest: what is written again is written
/// once.
final class MailFolder {

  private static final String SUFFIX = ".eml";

  private final Path folder;

  /// @throws UncheckedIOException when the folder cannot be made
  MailFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made for mails: " + e.getMessage(), e);
    }
  }

  boolean holds(String digest) {
    return Files.exists(folder.resolve(digest + SUFFIX));
  }

  /// Whole or not at all: a reader never sees half a mail.
  ///
  /// @param digest id, letters, digits, `.` and `-`
  void put(String digest, byte[] mail) throws IOException {
    Path half = folder.resolve("." + digest + ".part");
    Files.write(half, mail);
    Files.move(half, folder.resolve(digest + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }
}
