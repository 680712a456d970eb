package io.gistmill.launcher.candidate;

import io.gistmill.launcher.replay.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// A moment as people type it.
public final class Moment {

  private Moment() {}

  /// @param text an instant (`2025-03-05T08:00:00Z`), a day (`2025-03-05`, in UTC), or how long ago
  ///   (`7d`, `PT36H`)
  /// @throws UsageException when it is none of them
  public static Instant of(String option, String text, InstantSource clock) {
    try {
      String upper = text.toUpperCase(Locale.ROOT);
      if (upper.startsWith("P")) {
        return clock.instant().minus(Duration.parse(upper));
      }
      if (upper.matches("\\d{1,6}[DH]")) {
        String iso = upper.endsWith("D") ? "P" + upper : "PT" + upper;
        return clock.instant().minus(Duration.parse(iso));
      }
      return upper.matches("\\d{4}-\\d{2}-\\d{2}")
          ? LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(upper);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UsageException(
          option
              + ": '"
              + text
              + "' should be a moment such as 2025-03-05T08:00:00Z, 2025-03-05 or 7d");
    }
  }
}
