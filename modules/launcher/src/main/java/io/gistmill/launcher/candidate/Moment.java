package io.gistmill.launcher.candidate;

import io.gistmill.launcher.replay.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A moment as people type it: an instant (`2025-03-05T08:00:00Z`), a day (`2025-03-05`, in UTC),
/// or how long ago (`7d`, `PT36H`). No log is older than 1970, and what is earlier means then.
public final class Moment {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Moment() {}

  /// @throws UsageException when the text is no moment
  public static Instant of(String option, String text, InstantSource clock) {
    try {
      Duration ago = ago(text);
      return within(ago == null ? instant(text) : clock.instant().minus(ago));
    } catch (DateTimeException | ArithmeticException e) {
      throw none(option, text);
    }
  }

  /// As a running Gistmill takes it, which counts how long ago by a clock of its own.
  ///
  /// @return an instant, or a length of time such as `PT36H`
  /// @throws UsageException when the text is no moment
  public static String written(String option, String text) {
    try {
      Duration ago = ago(text);
      return ago == null ? within(instant(text)).toString() : ago.toString();
    } catch (DateTimeException | ArithmeticException e) {
      throw none(option, text);
    }
  }

  private static Instant within(Instant moment) {
    if (moment.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return moment.isAfter(LAST) ? LAST : moment;
  }

  /// Null for a text that does not say how long ago.
  private static @Nullable Duration ago(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.matches("\\d{1,6}[DHM]")) {
      return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    }
    return upper.startsWith("P") ? Duration.parse(upper) : null;
  }

  private static Instant instant(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.matches("\\d{4}-\\d{2}-\\d{2}")
        ? LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(upper);
  }

  private static UsageException none(String option, String text) {
    return new UsageException(
        option
            + ": '"
            + text
            + "' should be a moment such as 2025-03-05T08:00:00Z, 2025-03-05, 7d or 2h");
  }
}
