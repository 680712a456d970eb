package io.gistmill.producer.archive;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time that stands beside a date.
final class DateTimes {

  private static final Duration DAY = Duration.ofDays(1);

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?\\s*([AaPp][Mm])?");

  private DateTimes() {}

  /// A time that cannot be, such as 25:00, is left out: the date still holds, but not the hour.
  static DateText withTime(DateText date, MatchResult match) {
    if (!(date instanceof DateText.Local local)) {
      return date;
    }
    String early = match.group("early");
    String late = match.group("late");
    String text = late != null ? late : early;
    return text == null ? date : withTime(local, text, match);
  }

  private static DateText withTime(DateText.Local local, String text, MatchResult match) {
    Optional<LocalDateTime> time =
        clock(text, match.group("half")).map(local.date().atStartOfDay()::plus);
    return time.isEmpty()
        ? new DateText.Local(local.date(), null, true)
        : at(time.get(), match.group("offset"), local.mended());
  }

  private static DateText at(LocalDateTime time, @Nullable String offset, boolean mended) {
    if (offset == null) {
      return new DateText.Local(time.toLocalDate(), time.toLocalTime(), mended);
    }
    try {
      ZoneOffset zone = ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
      return new DateText.Exact(time.toInstant(zone));
    } catch (DateTimeException e) {
      return new DateText.Local(time.toLocalDate(), time.toLocalTime(), true);
    }
  }

  /// What of the day has gone by: all of it at 24:00, and a leap second is the first of the next
  /// minute.
  private static Optional<Duration> clock(String text, @Nullable String half) {
    Matcher matcher = CLOCK.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String mark = matcher.group(5);
    boolean afternoon = "下午".equals(half) || "pm".equalsIgnoreCase(mark);
    boolean morning = "上午".equals(half) || "am".equalsIgnoreCase(mark);
    int hour = Integer.parseInt(matcher.group(1));
    int shifted = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
    int minute = Integer.parseInt(matcher.group(2));
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    Duration gone =
        Duration.ofHours(shifted)
            .plusMinutes(minute)
            .plusSeconds(second)
            .plusNanos(nanos(matcher.group(4)));
    return minute < 60 && second <= 60 && gone.compareTo(DAY) <= 0
        ? Optional.of(gone)
        : Optional.empty();
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
  }
}
