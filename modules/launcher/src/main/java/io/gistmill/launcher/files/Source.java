package io.gistmill.launcher.files;

import io.gistmill.launcher.replay.UsageException;
import io.gistmill.producer.archive.ArchiveCheck;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that a command reads from. What gives its bytes but once, such as a pipe, is copied into
/// a temporary file, which goes away when this is closed; so every reader may open it anew.
public final class Source implements AutoCloseable {

  /// Stands for standard input, as in other programs; `./-` is a file of this name.
  private static final String STANDARD_INPUT = "-";

  private static final int HEAD = 8 * 1024;

  private final Path name;
  private final @Nullable Path copy;

  private Source(Path name, @Nullable Path copy) {
    this.name = name;
    this.copy = copy;
  }

  /// Reads a pipe to its end. Whether there is a file at all is seen when it is read.
  ///
  /// @throws UsageException when a pipe gives no text, with the mend
  public static Source open(Path name) throws IOException {
    if (name.toString().equals(STANDARD_INPUT)) {
      return new Source(name, copy(name, standardInput()));
    }
    if (!givesItsBytesOnce(name)) {
      return new Source(name, null);
    }
    try (InputStream in = Files.newInputStream(name)) {
      return new Source(name, copy(name, in));
    }
  }

  /// Where archives are read once, in the order in which they are named.
  ///
  /// @throws UsageException where one of them stands for standard input, with the mend
  public static void refuseStandardInput(List<Path> names) {
    if (names.contains(Path.of(STANDARD_INPUT))) {
      throw new UsageException("- is no archive; name standard input as /dev/stdin");
    }
  }

  /// One whose reading ends when its thread is told to, which that of `System.in` does not.
  private static InputStream standardInput() {
    return Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());
  }

  private static boolean givesItsBytesOnce(Path name) {
    return Files.isReadable(name) && !Files.isRegularFile(name) && !Files.isDirectory(name);
  }

  /// An endless device is mostly no text, and is refused before it fills the disk.
  private static Path copy(Path name, InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    refuseForeign(name, head);
    String end = Objects.toString(name.getFileName(), "");
    Path copy = Files.createTempFile("gistmill-", "-" + end);
    try (OutputStream out = Files.newOutputStream(copy)) {
      out.write(head);
      var some = new byte[HEAD];
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        out.write(some, 0, count);
      }
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /// The first bytes of a file that is text.
  ///
  /// @throws UsageException when it is not, with the mend
  byte[] head() throws IOException {
    String absent = ArchiveCheck.unreadable(path());
    if (absent != null) {
      throw new UsageException(absent);
    }
    try (InputStream in = Files.newInputStream(path())) {
      byte[] head = in.readNBytes(HEAD);
      refuseForeign(name, head);
      return head;
    }
  }

  private static void refuseForeign(Path name, byte[] head) {
    String foreign = ArchiveCheck.foreign(head);
    if (foreign != null) {
      throw new UsageException(name + " " + foreign);
    }
  }

  /// Where the bytes are, as often as they are wanted; for people, this has [#toString].
  public Path path() {
    return copy == null ? name : copy;
  }

  /// As it was named on the command line.
  Path name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
    }
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
