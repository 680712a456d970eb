package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments as people in one zone see them. "Today" is the day of the last tick.
record Calendar(ZoneId zone, Instant lastTick) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  LocalDate today() {
    return lastTick.atZone(zone).toLocalDate();
  }

  Period day(LocalDate day) {
    return new Period(start(day), start(day.plusDays(1)));
  }

  /// The seven days that end today.
  Period week() {
    return new Period(start(today().minusDays(6)), start(today().plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  static String inWords(LocalDate day) {
    return LONG.format(day);
  }

  TimeView moment(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    LocalDate day = local.toLocalDate();
    String clock = CLOCK.format(local);
    String text =
        day.equals(today())
            ? clock
            : (day.getYear() == today().getYear() ? DAY : YEAR).format(local) + ", " + clock;
    return new TimeView(local.toOffsetDateTime().toString(), text);
  }

  TimeView full(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return new TimeView(
        local.toOffsetDateTime().toString(), YEAR.format(local) + ", " + CLOCK.format(local));
  }
}
