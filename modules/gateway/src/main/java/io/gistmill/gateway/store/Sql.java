package io.gistmill.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One connection with its prepared statements. For one thread at a time.
final class Sql implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /// How a row becomes a value.
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// @return how many rows changed
  int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) {
    return list(row, sql, values).stream().findFirst();
  }

  long number(String sql, @Nullable Object... values) {
    return first(row -> row.getLong(1), sql, values).orElse(0L);
  }

  void script(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void begin() {
    script("BEGIN");
  }

  void commit() {
    script("COMMIT");
  }

  void rollback() {
    script("ROLLBACK");
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  static StoreException failed(SQLException e) {
    if (e instanceof SQLiteException failure
        && failure.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
      return new StoreException(
          "the disk is full, and the gateway's copy of the log cannot be written ("
              + e.getMessage()
              + "); free some of it and start again",
          e);
    }
    return new StoreException(
        "the gateway's copy of the log cannot be used: "
            + e.getMessage()
            + "; it can be deleted at any time and is built again from the topics",
        e);
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
