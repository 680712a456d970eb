package io.gistmill.launcher.service;

import io.gistmill.delivery.MasterKey;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file that holds the secret of an installation, as hexadecimal digits.
public final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private KeyFile() {}

  /// Makes the file where it is missing. Processes that do so at once come to one key.
  ///
  /// @throws UsageException when it can be neither read nor made, or holds no key
  static MasterKey open(Path file) {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
    } catch (IOException e) {
      throw unusable(file, e);
    }
    return read(file);
  }

  /// @throws UsageException when it cannot be read, or holds no key
  public static MasterKey read(Path file) {
    try {
      return new MasterKey(
          HexFormat.of().parseHex(Files.readString(file, StandardCharsets.UTF_8).strip()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          file
              + " holds no key; it should hold 64 hexadecimal digits: openssl rand -hex 32 > "
              + file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static UsageException unusable(Path file, IOException e) {
    return new UsageException(
        file + " cannot be used: " + e + "; name another file with --set key-file=FILE");
  }

  /// Written as a whole before it has its name.
  private static void make(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "folder of " + file);
    Files.createDirectories(folder);
    Path half =
        Files.createTempFile(folder, file.getFileName().toString(), ".part", ownerOnly(folder));
    try {
      Files.writeString(half, fresh() + "\n", StandardCharsets.UTF_8);
      Files.createLink(file, half);
      LOG.info("event=key-made file={}", file);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("another process made {} meanwhile", file, e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      LOG.debug("no link can be made beside {}", file, e);
      Files.move(half, file);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static String fresh() {
    var bytes = new byte[MasterKey.LENGTH];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
