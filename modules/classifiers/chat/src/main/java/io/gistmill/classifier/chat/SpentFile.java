package io.gistmill.classifier.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Keeps what was spent over restarts: a line of day, tokens and millionths of money.
final class SpentFile {

  private final Path file;

  SpentFile(Path folder) {
    this.file = folder.resolve("spent.txt");
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
