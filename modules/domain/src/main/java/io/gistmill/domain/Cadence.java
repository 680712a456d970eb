package io.gistmill.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// How often a digest is cut, on the subscriber's wall clock.
///
/// At a change to summer time a cut that falls into the missing hour is made later by as much as is
/// missing: 02:30 becomes 03:30. At a change back the first of the two is taken.
public sealed interface Cadence {

  /// @param at on a quarter-hour edge
  record Daily(LocalTime at) implements Cadence {
    public Daily {
      requireEdge(at);
    }

    @Override
    public Instant cutAfter(Instant instant, ZoneId zone) {
      return firstAfter(instant, zone, instant.atZone(zone).toLocalDate().minusDays(1), 1, at);
    }
  }

  /// @param at on a quarter-hour edge
  record Weekly(DayOfWeek day, LocalTime at) implements Cadence {
    public Weekly {
      requireEdge(at);
    }

    @Override
    public Instant cutAfter(Instant instant, ZoneId zone) {
      LocalDate start =
          instant.atZone(zone).toLocalDate().minusDays(7).with(TemporalAdjusters.nextOrSame(day));
      return firstAfter(instant, zone, start, 7, at);
    }
  }

  /// On every quarter-hour edge; a digest is made only where there is news.
  record QuarterHourly() implements Cadence {
    @Override
    public Instant cutAfter(Instant instant, ZoneId zone) {
      return Tick.edgeBefore(instant).plus(Tick.QUARTER);
    }
  }

  /// The first cut later than an instant.
  Instant cutAfter(Instant instant, ZoneId zone);

  private static Instant firstAfter(
      Instant instant, ZoneId zone, LocalDate start, int days, LocalTime at) {
    LocalDate date = start;
    Instant cut = date.atTime(at).atZone(zone).toInstant();
    while (!cut.isAfter(instant)) {
      date = date.plusDays(days);
      cut = date.atTime(at).atZone(zone).toInstant();
    }
    return cut;
  }

  private static void requireEdge(LocalTime at) {
    if (at.toSecondOfDay() % Tick.QUARTER.toSeconds() != 0 || at.getNano() != 0) {
      throw new IllegalArgumentException("cuts lie on quarter hours, not at " + at);
    }
  }
}
