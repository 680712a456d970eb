package io.gistmill.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The table of `docs/reference/delivery-outcomes.md`.
final class SinkTable {

  private static final Path PAGE = Path.of("..", "..", "docs", "reference", "delivery-outcomes.md");

  private SinkTable() {}

  /// A receiver that misbehaves.
  ///
  /// @param does in words
  /// @param ledger what stands there after the attempt
  /// @param then what stands there after the next; the same when there is none
  record Row(boolean mail, String does, String ledger, String then) {

    boolean isDeferred() {
      return ledger.startsWith("Deferred");
    }

    boolean isWellInTheEnd() {
      return then.equals("Sent");
    }

    boolean hasBadCertificate() {
      return does.equals(HookDoings.CERTIFICATE);
    }

    /// For the message of a failure.
    @Override
    public String toString() {
      return (mail ? "mail server: " : "webhook: ") + does;
    }
  }

  static List<Row> rows() {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .filter(line -> line.startsWith("| mail server |") || line.startsWith("| webhook |"))
          .map(SinkTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    String ledger = cells[3].strip();
    String then = cells[4].strip();
    return new Row(
        cells[1].strip().equals("mail server"),
        cells[2].strip(),
        ledger,
        then.isEmpty() ? ledger : then);
  }
}
