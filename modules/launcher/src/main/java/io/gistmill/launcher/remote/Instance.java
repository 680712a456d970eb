package io.gistmill.launcher.remote;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where a Gistmill on this machine answers, and what it wants to see from those who change
/// something. Noted in its data folder, so that commands find it and a later run keeps the token.
///
/// @param url such as `http://localhost:8080`
public record Instance(URI url, String token) {

  private static final String FILE = "instance.json";

  /// The folder below which data folders lie unless the configuration says otherwise.
  public static final Path HOME = Path.of(".gistmill");

  /// Leaves a note in a data folder, for its owner's eyes only.
  public void announce(Path data) throws IOException {
    Path half = Files.createTempFile(data, FILE, ".part", ownerOnly(data));
    Files.write(half, Json.MAPPER.writeValueAsBytes(this));
    Files.move(half, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  /// The instance that uses a data folder, or used it last.
  public static Optional<Instance> in(Path data) {
    return Optional.ofNullable(read(data.resolve(FILE)));
  }

  /// The token of the instance at an address, if it left a note in the home folder.
  static Optional<String> tokenOf(URI url, Path home) {
    if (!Files.isDirectory(home)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .map(folder -> read(folder.resolve(FILE)))
          .filter(instance -> instance != null && instance.url.equals(url))
          .map(Instance::token)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(home + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static @Nullable Instance read(Path note) {
    try {
      return Files.isReadable(note)
          ? Json.MAPPER.readValue(Files.readAllBytes(note), Instance.class)
          : null;
    } catch (IOException | JacksonException e) {
      return null;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
        : new FileAttribute<?>[0];
  }
}
