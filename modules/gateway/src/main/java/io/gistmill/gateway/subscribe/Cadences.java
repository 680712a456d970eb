package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Cadence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Cadences in parts, as forms have them, and in words.
public final class Cadences {

  public static final String DAY = "day";
  public static final String WEEK = "week";
  public static final String QUARTER_HOUR = "quarter-hour";

  static final LocalTime MORNING = LocalTime.of(8, 0);

  private Cadences() {}

  public static String every(Cadence cadence) {
    return switch (cadence) {
      case Cadence.Daily _ -> DAY;
      case Cadence.Weekly _ -> WEEK;
      case Cadence.QuarterHourly _ -> QUARTER_HOUR;
    };
  }

  /// The hour, or the usual one where there is none.
  public static LocalTime at(Cadence cadence) {
    return switch (cadence) {
      case Cadence.Daily daily -> daily.at();
      case Cadence.Weekly weekly -> weekly.at();
      case Cadence.QuarterHourly _ -> MORNING;
    };
  }

  /// The day of the week, or the first where there is none.
  public static DayOfWeek day(Cadence cadence) {
    return cadence instanceof Cadence.Weekly weekly ? weekly.day() : DayOfWeek.MONDAY;
  }

  static boolean hasHour(Cadence cadence) {
    return !(cadence instanceof Cadence.QuarterHourly);
  }

  static boolean hasDay(Cadence cadence) {
    return cadence instanceof Cadence.Weekly;
  }

  /// Such as `every Monday at 08:00`.
  public static String inWords(Cadence cadence) {
    return switch (cadence) {
      case Cadence.Daily daily -> "every day at " + daily.at();
      case Cadence.Weekly weekly ->
          "every "
              + weekly.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
              + " at "
              + weekly.at();
      case Cadence.QuarterHourly _ -> "every quarter of an hour, when there is news";
    };
  }
}
