package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Buffered;
import io.gistmill.digest.desk.DeskTables.Pending;
import io.gistmill.digest.desk.DeskTables.Written;
import io.gistmill.domain.Tick;

/// How far a desk has come in each table that it works off.
///
/// Nothing is added where these have been: buckets only go up, and so do ticks.
record Walks(
    Walk<Tick> due, Walk<Buffered> buffered, Walk<Pending> pending, Walk<Written> written) {

  static Walks over(DeskTables tables) {
    return new Walks(
        new Walk<>(tables.due(), Keys.START),
        new Walk<>(tables.buffered(), Keys.START),
        new Walk<>(tables.pending(), Keys.START),
        new Walk<>(tables.written(), Keys.START));
  }
}
