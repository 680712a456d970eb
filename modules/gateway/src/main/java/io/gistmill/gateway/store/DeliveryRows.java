package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.gateway.log.Entry;
import java.time.Instant;
import java.util.Locale;

/// Which digests were made for whom, and what became of them. A digest itself stays on the log: its
/// place is enough to read it.
///
/// Of a subscriber who is to be forgotten, nothing that was written before the tombstone comes
/// back, however the topics are interleaved; and what the courier writes later of a delivery or a
/// suspension from before is as old as that.
final class DeliveryRows {

  private final Sql sql;

  DeliveryRows(Sql sql) {
    this.sql = sql;
  }

  void apply(Entry.OfDigests entry) {
    switch (entry.event()) {
      case DigestEvent.Made made -> put(entry, made.digest());
      case DigestEvent.Ticked ticked ->
          expire(entry.place(), ticked.tick().tick().instant().minus(Times.KEPT));
    }
  }

  private void put(Entry.OfDigests entry, Digest digest) {
    String subscriber = digest.subscription().subscriber();
    if (subscriber.equals(EditionRows.SUBSCRIBER) || isForgotten(subscriber, entry.written())) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        digest.id(),
        subscriber,
        digest.subscription().id(),
        entry.place().partition(),
        entry.place().offset(),
        Times.seconds(digest.cut()),
        digest.items().size() + digest.more(),
        entry.written());
  }

  private void expire(Entry.Place place, Instant oldest) {
    for (String table : new String[] {"sent", "deliveries"}) {
      sql.update(
          "DELETE FROM " + table + " WHERE part = ? AND cut < ?",
          place.partition(),
          Times.seconds(oldest));
    }
    sql.update(
        "INSERT INTO oldest_cuts VALUES (?, ?)"
            + " ON CONFLICT (part) DO UPDATE SET cut = max(cut, excluded.cut)",
        place.partition(),
        Times.seconds(oldest));
  }

  void apply(Entry.OfDeliveries entry) {
    switch (entry.event()) {
      case DeliveryEvent.Updated updated -> put(entry, updated.delivery());
      case DeliveryEvent.Suspended suspended -> put(entry, suspended);
      case DeliveryEvent.Requested _, DeliveryEvent.Bounced _ -> {
        // What the courier makes of it follows.
      }
    }
  }

  private void put(Entry.OfDeliveries entry, Delivery delivery) {
    long cut = Times.seconds(delivery.cut());
    long oldest =
        sql.number("SELECT cut FROM oldest_cuts WHERE part = ?", entry.place().partition());
    long written = Math.min(entry.written(), delivery.taken().toEpochMilli());
    if (cut < oldest || isForgotten(delivery.subscriber(), written)) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?)",
        delivery.key(),
        delivery.subscriber(),
        delivery.subscription(),
        entry.place().partition(),
        cut,
        written,
        Json.MAPPER.writeValueAsString(delivery));
  }

  private void put(Entry.OfDeliveries entry, DeliveryEvent.Suspended suspended) {
    long written = Math.min(entry.written(), suspended.at().toEpochMilli());
    if (isForgotten(suspended.subscriber(), written)) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO suspensions VALUES (?, ?, ?, ?)",
        suspended.subscriber(),
        suspended.channel().name().toLowerCase(Locale.ROOT),
        written,
        Json.MAPPER.writeValueAsString(suspended));
  }

  private boolean isForgotten(String subscriber, long written) {
    return sql.number("SELECT written FROM forgotten WHERE subscriber = ?", subscriber) >= written;
  }

  void forget(Entry.Forgotten forgotten) {
    for (String table : new String[] {"sent", "deliveries", "suspensions"}) {
      sql.update(
          "DELETE FROM " + table + " WHERE subscriber = ? AND written <= ?",
          forgotten.subscriber(),
          forgotten.written());
    }
    sql.update(
        "INSERT OR REPLACE INTO forgotten VALUES (?, ?)",
        forgotten.subscriber(),
        forgotten.written());
  }
}
