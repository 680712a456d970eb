package io.gistmill.digest.mailroom;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a digest's id says.
record DigestId(String subscription, Instant cut) {

  private static final DateTimeFormatter CUT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Null where it is none.
  static @Nullable DigestId parse(String id) {
    int dot = id.lastIndexOf('.');
    if (dot < 1) {
      return null;
    }
    try {
      LocalDateTime cut = LocalDateTime.parse(id.substring(dot + 1), CUT);
      return new DigestId(id.substring(0, dot), cut.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return subscription + "." + CUT.format(cut);
  }
}
