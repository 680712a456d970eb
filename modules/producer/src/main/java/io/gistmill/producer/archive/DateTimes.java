package io.gistmill.producer.archive;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time that stands beside a date.
final class DateTimes {

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?\\s*([AaPp][Mm])?");

  private DateTimes() {}

  /// A time that cannot be, such as 25:00, is left out: the date still holds.
  static DateText withTime(DateText date, MatchResult match) {
    if (!(date instanceof DateText.Local local)) {
      return date;
    }
    String early = match.group("early");
    String late = match.group("late");
    Optional<LocalTime> time = clock(late != null ? late : early, match.group("half"));
    if (time.isEmpty()) {
      return date;
    }
    return exact(local, time.get(), match.group("offset"))
        .orElseGet(() -> new DateText.Local(local.date(), time.get(), local.mended()));
  }

  private static Optional<DateText> exact(
      DateText.Local local, LocalTime time, @Nullable String offset) {
    if (offset == null) {
      return Optional.empty();
    }
    try {
      ZoneOffset zone = ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
      return Optional.of(new DateText.Exact(local.date().atTime(time).toInstant(zone)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> clock(@Nullable String text, @Nullable String half) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = CLOCK.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String mark = matcher.group(5);
    boolean afternoon = "下午".equals(half) || "pm".equalsIgnoreCase(mark);
    boolean morning = "上午".equals(half) || "am".equalsIgnoreCase(mark);
    int hour = Integer.parseInt(matcher.group(1));
    int shifted = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    try {
      LocalTime time = LocalTime.of(shifted, Integer.parseInt(matcher.group(2)), second);
      return Optional.of(time.withNano(nanos(matcher.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
  }
}
