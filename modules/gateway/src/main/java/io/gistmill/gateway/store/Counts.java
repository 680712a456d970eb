package io.gistmill.gateway.store;

import io.gistmill.gateway.log.Entry;
import java.time.Instant;

/// Numbers and ticks that both kinds of rows keep.
final class Counts {

  private Counts() {}

  static void add(Sql sql, String name) {
    sql.update("INSERT INTO counts VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1", name);
  }

  static void tick(Sql sql, Entry.Place place, Instant tick) {
    sql.update(
        "INSERT INTO ticks VALUES (?, ?, ?)"
            + " ON CONFLICT (topic, part) DO UPDATE SET tick = max(tick, excluded.tick)",
        place.topic(),
        place.partition(),
        Times.seconds(tick));
  }

  static long lastTick(Sql sql, Entry.Place place) {
    return sql.number(
        "SELECT tick FROM ticks WHERE topic = ? AND part = ?", place.topic(), place.partition());
  }
}
