package io.gistmill.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a rebuild throws away, and what it does not.
class DatabaseTest {

  @TempDir private Path folder;

  @Test
  void switchesOutliveAnOlderForm() {
    // given
    try (Database database = switched()) {
      database.writer().update("UPDATE meta SET value = '1' WHERE name = 'schema'");
    }

    // when
    try (Database database = Database.open(file())) {
      new Writer(database).belongTo("log-1");

      // then
      assertThat(switches(database)).containsExactly("taxonomy");
      assertThat(database.writer().number("SELECT count(*) FROM topics")).isEqualTo(1);
      assertThat(database.writer().number("SELECT count(*) FROM ticks")).isZero();
    }
  }

  @Test
  void switchesOutliveAGapInTheLogAgainAndAgain() {
    try (Database database = switched()) {
      // when
      new Writer(database).startAnew("log-1");
      new Writer(database).startAnew("log-1");

      // then
      assertThat(switches(database)).containsExactly("taxonomy");
      assertThat(database.writer().number("SELECT count(*) FROM ticks")).isZero();
    }
  }

  @Test
  void nothingIsLeftOfAnotherLog() {
    try (Database database = switched()) {
      // when
      new Writer(database).belongTo("log-2");

      // then
      assertThat(switches(database)).isEmpty();
      assertThat(database.writer().number("SELECT count(*) FROM topics")).isZero();
      assertThat(database.meta("log")).isEqualTo("log-2");
    }
  }

  @Test
  void aFullDiskIsNamed() {
    try (Database database = switched()) {
      // given: no page more than there are
      database.writer().number("PRAGMA max_page_count = 1");

      // when, then
      assertThatThrownBy(() -> addLarge(database))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("the disk is full")
          .hasMessageEndingWith("free some of it and start again");
    }
  }

  private static void addLarge(Database database) {
    database.writer().update("INSERT INTO switches VALUES ('trained', 8, ?)", "x".repeat(1 << 20));
  }

  private Database switched() {
    Database database = Database.open(file());
    new Writer(database).belongTo("log-1");
    database.writer().update("INSERT INTO switches VALUES ('taxonomy', 7, '{}')");
    database.writer().update("INSERT INTO topics VALUES ('tea', 'Tea')");
    database.writer().update("INSERT INTO ticks VALUES ('tagged', 0, 7)");
    return database;
  }

  private Path file() {
    return folder.resolve("copy.db");
  }

  private static List<String> switches(Database database) {
    return database.writer().list(row -> row.getString(1), "SELECT classifier FROM switches");
  }
}
