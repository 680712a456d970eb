package io.gistmill.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `Retry-After`: seconds, or a date that is compared with the peer's own `Date`.
final class RetryAfter {

  private RetryAfter() {}

  static @Nullable Duration of(Map<String, String> headers) {
    String value = headers.getOrDefault("retry-after", "").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Instant then = date(value);
    Instant now = date(headers.getOrDefault("date", ""));
    return then == null || now == null || then.isBefore(now) ? null : Duration.between(now, then);
  }

  private static @Nullable Instant date(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip()));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
