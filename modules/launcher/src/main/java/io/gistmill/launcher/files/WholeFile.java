package io.gistmill.launcher.files;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// A file that appears whole or not at all: it is written beside its place, under a name that is
/// not taken, and moved there. What is no plain file, such as a device, is written to as it is.
public final class WholeFile {

  private final Path file;

  private WholeFile(Path file) {
    this.file = file;
  }

  /// Fills a file that exists already.
  @FunctionalInterface
  public interface Writer {
    void write(Path part) throws IOException;
  }

  /// Asks before the work whether its result can be written.
  ///
  /// @param sources none of them may be the file
  /// @throws UsageException when the file cannot be written, with the mend
  public static WholeFile at(Path file, List<Path> sources) throws IOException {
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder + "; make it, or name another file");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException(folder + " cannot be written to; name a file elsewhere");
    }
    for (Path source : sources) {
      if (Files.exists(file) && Files.exists(source) && Files.isSameFile(file, source)) {
        throw new UsageException(source + " would be replaced by the result; name another file");
      }
    }
    var whole = new WholeFile(file);
    whole.tryPart();
    return whole;
  }

  /// Some folders are said to be writable and take no file, such as those of the kernel.
  private void tryPart() throws IOException {
    if (isDevice()) {
      return;
    }
    Path part = freePart();
    try {
      Files.createFile(part);
    } catch (IOException e) {
      throw new UsageException(
          file + " cannot be made, since " + part + " cannot; name another file");
    }
    Files.delete(part);
  }

  private boolean isDevice() {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  public void write(String text) throws IOException {
    write(part -> Files.write(part, text.getBytes(StandardCharsets.UTF_8)));
  }

  public void write(Writer writer) throws IOException {
    if (isDevice()) {
      writer.write(file);
      return;
    }
    Path part = freePart();
    try {
      writer.write(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path freePart() {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    for (int i = 1; Files.exists(part); i++) {
      part = file.resolveSibling(file.getFileName() + ".part" + i);
    }
    return part;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
