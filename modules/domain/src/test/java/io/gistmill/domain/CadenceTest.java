package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

  /// Times on the wall, with the offset that a correct clock in that place shows.
  @ParameterizedTest
  @CsvSource({
    // summer time begins: the hour from 02:00 on is missing
    "Europe/Berlin,       02:30, 2024-03-30T02:30+01:00, 2024-03-31T03:30+02:00",
    "Europe/Berlin,       02:30, 2024-03-31T03:30+02:00, 2024-04-01T02:30+02:00",
    "Europe/Berlin,       08:00, 2024-03-30T08:00+01:00, 2024-03-31T08:00+02:00",
    // summer time ends: the hour from 02:00 on comes twice
    "Europe/Berlin,       02:30, 2024-10-26T02:30+02:00, 2024-10-27T02:30+02:00",
    "Europe/Berlin,       02:30, 2024-10-27T02:30+02:00, 2024-10-28T02:30+01:00",
    "Europe/Berlin,       02:30, 2024-10-27T02:30+01:00, 2024-10-28T02:30+01:00",
    "America/New_York,    02:15, 2024-03-09T02:15-05:00, 2024-03-10T03:15-04:00",
    "America/New_York,    01:45, 2024-11-02T01:45-04:00, 2024-11-03T01:45-04:00",
    "America/New_York,    01:45, 2024-11-03T01:45-04:00, 2024-11-04T01:45-05:00",
    // half an hour of summer time
    "Australia/Lord_Howe, 02:15, 2024-10-05T02:15+10:30, 2024-10-06T02:45+11:00",
    "Australia/Lord_Howe, 02:30, 2024-10-05T02:30+10:30, 2024-10-06T02:30+11:00",
    "Australia/Lord_Howe, 01:45, 2024-04-06T01:45+11:00, 2024-04-07T01:45+11:00",
    "Australia/Lord_Howe, 01:45, 2024-04-07T01:45+11:00, 2024-04-08T01:45+10:30",
    // an offset of quarter-hours
    "Asia/Kathmandu,      00:00, 2024-03-30T00:00+05:45, 2024-03-31T00:00+05:45",
    "Asia/Kathmandu,      23:45, 2024-03-30T00:00+05:45, 2024-03-30T23:45+05:45",
    // a day that never was: 30 December 2011
    "Pacific/Apia,        08:00, 2011-12-29T08:00-10:00, 2011-12-31T08:00+14:00",
    "Pacific/Apia,        08:00, 2011-12-31T08:00+14:00, 2012-01-01T08:00+14:00",
    "Pacific/Apia,        00:00, 2011-12-29T00:00-10:00, 2011-12-31T00:00+14:00",
  })
  void theNextDailyCut(ZoneId zone, LocalTime at, ZonedDateTime after, ZonedDateTime expected) {
    Instant cut = new Cadence.Daily(at).cutAfter(after.toInstant(), zone);

    assertThat(cut).isEqualTo(expected.toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       SUNDAY,    02:30, 2024-03-24T02:30+01:00, 2024-03-31T03:30+02:00",
    "Europe/Berlin,       SUNDAY,    02:30, 2024-03-31T03:30+02:00, 2024-04-07T02:30+02:00",
    "Europe/Berlin,       SUNDAY,    02:30, 2024-10-20T02:30+02:00, 2024-10-27T02:30+02:00",
    "America/New_York,    MONDAY,    07:00, 2024-03-04T07:00-05:00, 2024-03-11T07:00-04:00",
    "America/New_York,    MONDAY,    07:00, 2024-03-11T06:45-04:00, 2024-03-11T07:00-04:00",
    "Australia/Lord_Howe, SUNDAY,    02:15, 2024-09-29T02:15+10:30, 2024-10-06T02:45+11:00",
    "Asia/Kathmandu,      WEDNESDAY, 18:30, 2024-03-27T18:30+05:45, 2024-04-03T18:30+05:45",
    "Pacific/Apia,        FRIDAY,    08:00, 2011-12-23T08:00-10:00, 2011-12-31T08:00+14:00",
    "Pacific/Apia,        FRIDAY,    08:00, 2011-12-31T08:00+14:00, 2012-01-06T08:00+14:00",
  })
  void theNextWeeklyCut(
      ZoneId zone, DayOfWeek day, LocalTime at, ZonedDateTime after, ZonedDateTime expected) {
    Instant cut = new Cadence.Weekly(day, at).cutAfter(after.toInstant(), zone);

    assertThat(cut).isEqualTo(expected.toInstant());
  }

  static Stream<ZoneId> zones() {
    return Stream.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "UTC")
        .map(ZoneId::of);
  }

  /// Against a list of all days, each brought to the zone by itself.
  @ParameterizedTest
  @MethodSource("zones")
  void noCutIsLeftOutOrMadeTwice(ZoneId zone) {
    SplittableRandom random = new SplittableRandom(5);
    LocalTime at = LocalTime.MIN.plusMinutes(15L * random.nextInt(96));
    Cadence daily = new Cadence.Daily(at);
    LocalDate first = LocalDate.parse("2011-01-01");
    List<Instant> expected =
        first
            .datesUntil(LocalDate.parse("2013-01-01"))
            .map(date -> date.atTime(at).atZone(zone).toInstant())
            .distinct()
            .toList();

    var cuts = new ArrayList<Instant>();
    Instant next = daily.cutAfter(expected.getFirst().minusSeconds(1), zone);
    while (!next.isAfter(expected.getLast())) {
      cuts.add(next);
      next = daily.cutAfter(next, zone);
    }

    assertThat(cuts).as("at " + at).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void theNextCutIsTheSameFromAnyInstantBeforeIt(ZoneId zone) {
    Cadence weekly = new Cadence.Weekly(DayOfWeek.SATURDAY, LocalTime.of(2, 15));
    Instant from = weekly.cutAfter(Instant.parse("2011-12-12T00:00:00Z"), zone);
    Instant next = weekly.cutAfter(from, zone);

    List<Instant> found =
        Stream.iterate(from, next::isAfter, instant -> instant.plus(Duration.ofMinutes(15)))
            .map(instant -> weekly.cutAfter(instant, zone))
            .distinct()
            .toList();

    assertThat(found).containsExactly(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:01", "08:15:01", "08:15:00.000000001"})
  void cutsLieOnQuarterHours(LocalTime at) {
    assertThatThrownBy(() -> new Cadence.Daily(at))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quarter hours")
        .hasMessageContaining(at.toString());
  }

  @Test
  void weeklyCutsLieOnQuarterHoursToo() {
    assertThatThrownBy(() -> new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
