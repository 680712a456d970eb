package io.gistmill.classifier.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what was spent over restarts and for all processes that share the folder: a line of day,
/// tokens and millionths of money. Who counts holds it from reading to writing.
final class SpentFile {

  private static final Logger LOG = LoggerFactory.getLogger(SpentFile.class);

  /// The lock of a file is one of the whole process.
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path file;

  SpentFile(Path folder) {
    this.file = folder.resolve("spent.txt");
  }

  /// Keeps others, in this and in other processes, from counting until it is closed.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held hold() throws IOException {
    IN_PROCESS.lock();
    try {
      FileChannel channel = FileChannel.open(file.resolveSibling("spent.lock"), CREATE, WRITE);
      try {
        channel.lock();
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return () -> release(channel);
    } catch (IOException | RuntimeException e) {
      IN_PROCESS.unlock();
      throw e;
    }
  }

  /// With the channel its lock goes.
  private static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("what was spent could not be unlocked", e);
    } finally {
      IN_PROCESS.unlock();
    }
  }

  /// @throws IllegalArgumentException when it is damaged: going on as if nothing had been spent
  ///   could cost
  Optional<Spent> read() throws IOException {
    try {
      String[] parts = Files.readString(file, UTF_8).strip().split(" ", -1);
      return Optional.of(
          new Spent(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException(
          file + " is damaged; it tells what was spent today. Delete it to begin with nothing", e);
    }
  }

  void write(Spent spent) throws IOException {
    Path next = file.resolveSibling("spent.txt.new");
    Files.writeString(next, spent.day() + " " + spent.tokens() + " " + spent.money() + "\n", UTF_8);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
