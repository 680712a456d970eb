package io.gistmill.gateway.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that nobody but their owner may read, where the file system knows of owners.
final class OwnerOnly {

  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /// Makes a file, or takes from others what they may do with the one that is there.
  static void touch(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(MODE));
    } catch (FileAlreadyExistsException e) {
      Files.setPosixFilePermissions(file, MODE);
    }
  }
}
