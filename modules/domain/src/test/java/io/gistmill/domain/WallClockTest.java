package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole years of wall clocks that are put forward and back, by an hour or a half, or over a day
/// that a country skipped.
///
/// What is expected is worked out by walking local dates and by the rules of the zones alone: a
/// time that is missing is made later by as much as is missing, and of one that comes twice the
/// first counts.
class WallClockTest {

  private static final List<LocalTime> TIMES =
      Stream.of("00:00", "01:45", "02:00", "02:15", "02:30", "03:00", "12:00", "23:30", "23:45")
          .map(LocalTime::parse)
          .toList();

  private static Stream<Arguments> years() {
    return Stream.of(
            "Europe/Berlin 2024",
            "Europe/Berlin 2025",
            "America/New_York 2025",
            "Australia/Lord_Howe 2025",
            "Asia/Kathmandu 2025",
            "Asia/Kathmandu 1986",
            "Pacific/Apia 2011",
            "Pacific/Apia 2012",
            "America/Sao_Paulo 2018",
            "Africa/Casablanca 2025",
            "Pacific/Chatham 2025")
        .map(text -> text.split(" "))
        .map(parts -> Arguments.of(ZoneId.of(parts[0]), Integer.parseInt(parts[1])));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("years")
  void eachLocalDayHasOneCut(ZoneId zone, int year) {
    for (LocalTime at : TIMES) {
      List<Instant> expected = new ArrayList<>();
      for (LocalDate date = LocalDate.of(year, 1, 1);
          date.getYear() == year;
          date = date.plusDays(1)) {
        add(expected, date.atTime(at), zone.getRules());
      }

      List<Instant> cuts = cuts(new Cadence.Daily(at), zone, expected);

      assertThat(cuts).as("daily at %s in %s", at, zone).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("years")
  void eachLocalWeekHasOneCut(ZoneId zone, int year) {
    for (DayOfWeek day : DayOfWeek.values()) {
      for (LocalTime at : TIMES) {
        List<Instant> expected = new ArrayList<>();
        for (LocalDate date = LocalDate.of(year, 1, 1);
            date.getYear() == year;
            date = date.plusDays(1)) {
          if (date.getDayOfWeek() == day) {
            add(expected, date.atTime(at), zone.getRules());
          }
        }

        List<Instant> cuts = cuts(new Cadence.Weekly(day, at), zone, expected);

        assertThat(cuts).as("%s at %s in %s", day, at, zone).isEqualTo(expected);
      }
    }
  }

  /// Cuts are reached by ticks, which lie on quarter-hours of UTC.
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("years")
  void everyCutLiesOnAQuarterHour(ZoneId zone, int year) {
    Instant now = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = now.plus(Duration.ofDays(366));
    while (now.isBefore(end)) {
      Instant next = new Cadence.Daily(LocalTime.of(2, 15)).cutAfter(now, zone);

      assertThat(next).isEqualTo(Tick.edgeBefore(next)).isAfter(now);
      now = next;
    }
  }

  /// Asked at any instant of the days around a change, the answer is the same next cut.
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "Europe/Berlin,       2025-03-30T00:00:00Z",
    "Europe/Berlin,       2025-10-26T00:00:00Z",
    "America/New_York,    2025-03-09T06:00:00Z",
    "America/New_York,    2025-11-02T06:00:00Z",
    "Australia/Lord_Howe, 2025-04-05T15:00:00Z",
    "Australia/Lord_Howe, 2025-10-04T15:30:00Z",
    "Pacific/Apia,        2011-12-30T10:00:00Z",
    "America/Sao_Paulo,   2018-11-04T03:00:00Z",
  })
  void theNextCutIsTheSameFromEveryInstantBeforeIt(ZoneId zone, Instant around) {
    for (LocalTime at : TIMES) {
      Cadence daily = new Cadence.Daily(at);
      Instant now = around.minus(Duration.ofDays(2));
      Instant next = daily.cutAfter(now, zone);
      while (now.isBefore(around.plus(Duration.ofDays(2)))) {
        next = now.isBefore(next) ? next : daily.cutAfter(next, zone);

        assertThat(daily.cutAfter(now, zone)).as("%s, from %s", at, now).isEqualTo(next);
        now = now.plus(Tick.QUARTER);
      }
    }
  }

  /// A skipped day has no cut of its own, and takes none from its neighbours.
  private static void add(List<Instant> cuts, LocalDateTime time, ZoneRules rules) {
    List<ZoneOffset> offsets = rules.getValidOffsets(time);
    ZoneOffsetTransition missing = rules.getTransition(time);
    Instant cut =
        offsets.isEmpty()
            ? time.plus(missing.getDuration()).toInstant(missing.getOffsetAfter())
            : time.toInstant(offsets.getFirst());
    if (cuts.isEmpty() || cut.isAfter(cuts.getLast())) {
      cuts.add(cut);
    }
  }

  /// One cut after another, as a mailroom finds them.
  private static List<Instant> cuts(Cadence cadence, ZoneId zone, List<Instant> expected) {
    List<Instant> cuts = new ArrayList<>();
    Instant cut = cadence.cutAfter(expected.getFirst().minusNanos(1), zone);
    while (!cut.isAfter(expected.getLast())) {
      cuts.add(cut);
      cut = cadence.cutAfter(cut, zone);
    }
    return cuts;
  }
}
