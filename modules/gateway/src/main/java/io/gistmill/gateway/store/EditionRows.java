package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.gateway.log.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// The digests that everybody may read. Those of other subscribers are nobody else's business and
/// are not copied.
final class EditionRows {

  static final String SUBSCRIBER = "editions";

  private final Sql sql;

  EditionRows(Sql sql) {
    this.sql = sql;
  }

  void apply(Entry.Place place, DigestEvent event) {
    switch (event) {
      case DigestEvent.Made made -> put(place, made.digest());
      case DigestEvent.Ticked ticked -> {
        Instant tick = ticked.tick().tick().instant();
        Counts.tick(sql, place, tick);
        sql.update(
            "DELETE FROM editions WHERE part = ? AND cut < ?",
            place.partition(),
            Times.seconds(tick.minus(Times.KEPT)));
      }
    }
  }

  private void put(Entry.Place place, Digest digest) {
    if (!digest.subscription().subscriber().equals(SUBSCRIBER)) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)",
        cadence(digest),
        label(digest),
        digest.subscription().route(),
        place.partition(),
        Times.seconds(digest.cut()),
        digest.items().size() + digest.more(),
        Json.MAPPER.writeValueAsString(digest));
  }

  private static String cadence(Digest digest) {
    return switch (digest.subscription().cadence()) {
      case Cadence.Daily _ -> "daily";
      case Cadence.Weekly _ -> "weekly";
      case Cadence.QuarterHourly _ -> "quarter-hourly";
    };
  }

  /// A cut at midnight ends the day before.
  static String label(Digest digest) {
    LocalDate day = digest.cut().minusNanos(1).atZone(digest.subscription().zone()).toLocalDate();
    return switch (digest.subscription().cadence()) {
      case Cadence.Daily _ -> day.toString();
      case Cadence.QuarterHourly _ -> digest.cut().toString();
      case Cadence.Weekly _ ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    };
  }
}
