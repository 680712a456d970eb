package io.gistmill.digest.mailroom;

import io.gistmill.runtime.state.Table;
import java.util.function.Consumer;

/// A scan of a key range that can pause.
final class PiecewiseScan<V> {

  private static final int PIECE = 256;

  private final Table<V> table;
  private final String to;
  private final Consumer<V> visitor;
  private String next;

  PiecewiseScan(Table<V> table, String from, String to, Consumer<V> visitor) {
    this.table = table;
    this.next = from;
    this.to = to;
    this.visitor = visitor;
  }

  /// Shows the next few entries.
  ///
  /// @return true when all of the range has been seen
  boolean readPiece() {
    int[] seen = {0};
    table.scan(
        next,
        to,
        (key, value) -> {
          visitor.accept(value);
          next = key + '\0';
          seen[0]++;
          return seen[0] < PIECE;
        });
    return seen[0] < PIECE;
  }
}
