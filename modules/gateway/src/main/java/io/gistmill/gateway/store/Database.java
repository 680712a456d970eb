package io.gistmill.gateway.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// The SQLite file: one writer, several readers at the same time. Readers are safe for all threads
/// and see what was committed when they began. The file holds addresses of people, and is for its
/// owner's eyes alone; SQLite gives the files beside it the same mode.
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String SCHEMA_VERSION = "4";

  /// What stands on the log only once, and so may no longer stand there: switches, and the names of
  /// topics that came with them.
  private static final List<String> LASTING = List.of("switches", "topics");

  private static final int READERS = 4;
  private static final int PATIENCE_MILLIS = 5_000;

  private final Sql writer;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final BlockingQueue<Sql> readers = new ArrayBlockingQueue<>(READERS);

  private Database(Path file) throws SQLException {
    writer = connect(file, false);
    if (!version().equals(SCHEMA_VERSION)) {
      clear(true);
    }
    for (int i = 0; i < READERS; i++) {
      readers.add(connect(file, true));
    }
  }

  /// Opens the file and makes it when it is missing; one that is no database is made anew.
  public static Database open(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      OwnerOnly.touch(file);
      return new Database(file);
    } catch (StoreException | SQLException e) {
      LOG.warn("copy={} problem=\"it cannot be read and is built again\"", file, e);
      return anew(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database anew(Path file) {
    try {
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
      }
      OwnerOnly.touch(file);
      return new Database(file);
    } catch (SQLException e) {
      throw Sql.failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sql connect(Path file, boolean readOnly) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setReadOnly(readOnly);
    // What is deleted of somebody leaves no bytes behind in the file.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return new Sql(config.createConnection("jdbc:sqlite:" + file));
  }

  private String version() {
    return has("meta") ? meta("schema") : "";
  }

  private boolean has(String table) {
    return writer.number(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", table)
        > 0;
  }

  String meta(String name) {
    return writer
        .first(row -> row.getString(1), "SELECT value FROM meta WHERE name = ?", name)
        .orElse("");
  }

  /// Throws away what can be read again, in one transaction.
  ///
  /// @param sameLog false throws away everything
  void clear(boolean sameLog) {
    writer.begin();
    try {
      String log = sameLog && has("meta") ? meta("log") : "";
      List<String> lasting = sameLog ? LASTING.stream().filter(this::has).toList() : List.of();
      lasting.forEach(
          table -> writer.script("CREATE TEMP TABLE kept_" + table + " AS SELECT * FROM " + table));
      dropAll();
      writer.script(schema());
      lasting.forEach(this::bringBack);
      writer.update("INSERT INTO meta VALUES ('schema', ?), ('log', ?)", SCHEMA_VERSION, log);
      writer.commit();
    } catch (StoreException e) {
      writer.rollback();
      throw e;
    }
  }

  private void dropAll() {
    writer
        .list(
            row -> row.getString(1),
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT NULL"
                + " AND name NOT LIKE 'words\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'")
        .forEach(table -> writer.script("DROP TABLE " + table));
  }

  private void bringBack(String table) {
    writer.script("INSERT INTO " + table + " SELECT * FROM kept_" + table);
    writer.script("DROP TABLE kept_" + table);
  }

  Sql writer() {
    return writer;
  }

  <T> T read(Function<Sql, T> query) {
    Sql reader = take();
    try {
      reader.begin();
      try {
        return query.apply(reader);
      } finally {
        reader.commit();
      }
    } finally {
      giveBack(reader);
    }
  }

  private void giveBack(Sql reader) {
    if (closed.get()) {
      reader.close();
    } else {
      readers.add(reader);
    }
  }

  private Sql take() {
    try {
      Sql reader = closed.get() ? null : readers.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (reader == null) {
        throw new StoreException(
            closed.get()
                ? "the gateway's copy is closed"
                : "all readers of the gateway's copy were busy for 5 s; ask less at a time");
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for the gateway's copy", e);
    }
  }

  private static String schema() {
    try (InputStream text = Database.class.getResourceAsStream("schema.sql")) {
      return new String(
          Objects.requireNonNull(text, "schema.sql").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Again does nothing. Readers that are at work end as they can.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    readers.forEach(Sql::close);
    writer.close();
  }
}
