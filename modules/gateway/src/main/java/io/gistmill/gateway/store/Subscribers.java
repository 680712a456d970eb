package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the copy knows about people: what they want and what became of their digests. Safe for all
/// threads.
public final class Subscribers {

  private static final String SENT =
      "SELECT id, subscriber, subscription, part, place, cut, stories FROM sent ";

  private final Database database;

  public Subscribers(Database database) {
    this.database = database;
  }

  public Optional<Subscribed> find(String subscriber) {
    return database.read(
        sql ->
            sql.first(
                Subscribers::subscribed,
                "SELECT json FROM subscribers WHERE subscriber = ?",
                subscriber));
  }

  /// @param address of e-mail, in any case
  public Optional<Subscribed> byAddress(String address) {
    return database.read(
        sql ->
            sql.first(
                Subscribers::subscribed,
                "SELECT json FROM subscribers WHERE address = ? ORDER BY subscriber",
                address.toLowerCase(Locale.ROOT)));
  }

  /// Whose subscription an id is.
  public Optional<String> ownerOf(String subscription) {
    return database.read(
        sql ->
            sql.first(
                row -> row.getString(1),
                "SELECT subscriber FROM subscriptions WHERE id = ?",
                subscription));
  }

  /// By id.
  ///
  /// @param after the last one that was seen, or empty to begin
  public List<Subscribed> all(String after, int most) {
    return database.read(
        sql ->
            sql.list(
                Subscribers::subscribed,
                "SELECT json FROM subscribers WHERE subscriber > ? ORDER BY subscriber LIMIT ?",
                after,
                most));
  }

  /// The ways that are closed to a subscriber, since what went by them came back.
  public List<Suspended> suspensions(String subscriber) {
    return database.read(
        sql ->
            sql.list(
                row -> Json.MAPPER.readValue(row.getString(1), Suspended.class),
                "SELECT json FROM suspensions WHERE subscriber = ? ORDER BY channel",
                subscriber));
  }

  /// Digests of one subscription, the last first.
  public List<SentDigest> sent(String subscription, int most) {
    return database.read(
        sql ->
            sql.list(
                row -> sent(sql, row),
                SENT + "WHERE subscription = ? ORDER BY cut DESC LIMIT ?",
                subscription,
                most));
  }

  /// All digests of one subscriber, the last first, of subscriptions too that have ended.
  public List<SentDigest> sentTo(String subscriber) {
    return database.read(
        sql ->
            sql.list(
                row -> sent(sql, row),
                SENT + "WHERE subscriber = ? ORDER BY cut DESC, id",
                subscriber));
  }

  public Optional<SentDigest> digest(String id) {
    return database.read(sql -> sql.first(row -> sent(sql, row), SENT + "WHERE id = ?", id));
  }

  private static SentDigest sent(Sql sql, ResultSet row) throws SQLException {
    String id = row.getString(1);
    return new SentDigest(
        id,
        row.getString(2),
        row.getString(3),
        new SentDigest.Place(row.getInt(4), row.getLong(5)),
        Times.tick(row.getLong(6)),
        row.getInt(7),
        deliveries(sql, id));
  }

  /// The key is the digest's id with the way behind it.
  private static List<Delivery> deliveries(Sql sql, String digest) {
    return sql.list(
        row -> Json.MAPPER.readValue(row.getString(1), Delivery.class),
        "SELECT json FROM deliveries WHERE key > ? AND key < ? ORDER BY key",
        digest + "|",
        digest + "}");
  }

  private static Subscribed subscribed(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), Subscribed.class);
  }
}
