package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One broker per folder, over all processes of the machine. A killed process frees its locks.
///
/// Within this process the system's file locks do not help, and closing any handle of a locked file
/// frees it: so the folders in use here are known by name, and their lock files stay untouched.
final class FolderLock implements AutoCloseable {

  static final String FILE = "broker.lock";

  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// @param folder as its real path
  static FolderLock take(Path folder) {
    if (!HERE.add(folder)) {
      throw inUse(folder, "a broker in this process");
    }
    try {
      return new FolderLock(folder, locked(folder));
    } catch (RuntimeException e) {
      HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path folder) {
    Path file = folder.resolve(FILE);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw inUse(folder, holder(file));
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
      return channel;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new BrokerFolderException(
          folder,
          "it cannot be written to (" + Causes.root(e) + ")",
          "give this user the right to write there, free space, or name another folder",
          e);
    }
  }

  private static BrokerFolderException inUse(Path folder, String holder) {
    return new BrokerFolderException(
        folder, holder + " uses it", "end that one first, or name another folder");
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file).strip();
    return pid.isEmpty() ? "a broker in another process" : "a broker in process " + pid;
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException alreadyFailing) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HERE.remove(folder);
    }
  }
}
