package io.gistmill.delivery.mail;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A digest's id in fewer characters: subscriber and cut as numbers of base 36.
final class ShortId {

  private static final int RADIX = 36;
  private static final int HEX = 16;
  private static final Pattern LONG =
      Pattern.compile("u-([0-9a-f]{24})\\.([0-9a-z]{1,12})\\.([0-9]{8}T[0-9]{4}Z)");
  private static final Pattern SHORT =
      Pattern.compile("c-([0-9a-z]{1,19})\\.([0-9a-z]{1,12})\\.([0-9a-z]{1,6})");
  private static final DateTimeFormatter CUT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ShortId() {}

  /// Empty for an id of another form.
  static Optional<String> of(String digest) {
    Matcher parts = LONG.matcher(digest);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      long minutes = LocalDateTime.parse(parts.group(3), CUT).toEpochSecond(ZoneOffset.UTC) / 60;
      String subscriber = new BigInteger(parts.group(1), HEX).toString(RADIX);
      String id = "c-" + subscriber + "." + parts.group(2) + "." + Long.toString(minutes, RADIX);
      return Optional.of(id).filter(it -> expand(it).filter(digest::equals).isPresent());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The id in full; empty for what is no short one.
  static Optional<String> expand(String id) {
    Matcher parts = SHORT.matcher(id.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String hex = new BigInteger(parts.group(1), RADIX).toString(HEX);
    Instant cut = Instant.ofEpochSecond(Long.parseLong(parts.group(3), RADIX) * 60);
    return Optional.of(
        "u-"
            + "0".repeat(Math.max(0, 24 - hex.length()))
            + hex
            + "."
            + parts.group(2)
            + "."
            + CUT.format(cut));
  }
}
