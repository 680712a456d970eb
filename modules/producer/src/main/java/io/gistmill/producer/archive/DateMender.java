package io.gistmill.producer.archive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Repairs dates from what is left of them and from the dates around them.
final class DateMender {

  /// Days within which a repaired date is looked for around its neighbours.
  private static final int REACH = 400;

  /// Days beyond which a date does not fit its neighbours.
  private static final int FAR = 300;

  /// Days within which a date with its neighbours' year must lie for the year to be a slip.
  private static final int CLOSE = 10;

  private DateMender() {}

  /// Of all days that agree with what can be read, the one nearest to both neighbours; of several
  /// the one nearest to the first neighbour given. Without any such day within reach, that
  /// neighbour itself.
  ///
  /// @return empty when there is no neighbour
  static Optional<LocalDate> mend(
      DateText.Damaged damaged, @Nullable LocalDate previous, @Nullable LocalDate following) {
    LocalDate anchor = previous != null ? previous : following;
    if (anchor == null) {
      return Optional.empty();
    }
    LocalDate other = following != null ? following : anchor;
    Comparator<LocalDate> nearest =
        Comparator.<LocalDate>comparingLong(day -> days(day, anchor) + days(day, other))
            .thenComparingLong(day -> days(day, anchor))
            .thenComparing(Comparator.naturalOrder());
    Optional<LocalDate> found =
        Stream.concat(around(anchor), around(other)).filter(damaged::agrees).min(nearest);
    return Optional.of(found.orElse(anchor));
  }

  private static Stream<LocalDate> around(LocalDate anchor) {
    return anchor.minusDays(REACH).datesUntil(anchor.plusDays(REACH + 1));
  }

  private static long days(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  /// What can be trusted of a date that lies far from all around it: day and month when the year is
  /// a slip, nothing when it is later than most of them. An old date that is no slip is believed:
  /// people keep old posts.
  ///
  /// @param around sound dates before and after
  /// @return empty when the date is believed
  static Optional<DateText.Damaged> outlier(LocalDate date, List<LocalDate> around) {
    if (around.size() < 2 || around.stream().anyMatch(day -> days(day, date) <= FAR)) {
      return Optional.empty();
    }
    var yearless = new DateText.Damaged(null, date.getMonthValue(), date.getDayOfMonth());
    LocalDate middle = median(around);
    LocalDate mended = mend(yearless, middle, middle).orElse(middle);
    if (around.stream().anyMatch(day -> days(day, mended) <= CLOSE)) {
      return Optional.of(yearless);
    }
    return date.isAfter(middle) ? Optional.of(DateText.MISSING) : Optional.empty();
  }

  static LocalDate median(List<LocalDate> days) {
    return days.stream().sorted().skip(days.size() / 2).findFirst().orElseThrow();
  }
}
