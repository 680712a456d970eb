package io.gistmill.producer.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a date in an archive says, as far as it can be read.
sealed interface DateText {

  Damaged MISSING = new Damaged(null, null, null);

  /// A date that can be read, with or without a time.
  ///
  /// @param time null where the archive gives none
  /// @param mended true when a slip of the pen was put right, such as a letter O for a zero
  record Local(LocalDate date, @Nullable LocalTime time, boolean mended) implements DateText {}

  /// A date with its offset.
  record Exact(Instant instant) implements DateText {}

  /// A date of which parts are missing or impossible.
  ///
  /// @param year null where it says nothing; so are month and day
  record Damaged(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day)
      implements DateText {

    boolean agrees(LocalDate date) {
      return (year == null || year == date.getYear())
          && (month == null || month == date.getMonthValue())
          && (day == null || day == date.getDayOfMonth());
    }
  }

  /// The calendar day, null for a damaged date.
  default @Nullable LocalDate day(ZoneId zone) {
    return switch (this) {
      case Local local -> local.date();
      case Exact exact -> exact.instant().atZone(zone).toLocalDate();
      case Damaged _ -> null;
    };
  }
}
