package io.gistmill.runtime.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How people write numbers, lengths of time, sizes, zones and the like. What cannot be read throws
/// [IllegalArgumentException] with the rest of a sentence that begins with the value.
final class Parsers {

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}) ?([A-Za-z]*)");

  private Parsers() {}

  static Duration duration(String text) {
    if (text.startsWith("P")) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw noDuration(e);
      }
    }
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw noDuration(null);
    }
    long number = Long.parseLong(amount.group(1));
    return switch (amount.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m", "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> throw noDuration(null);
    };
  }

  private static IllegalArgumentException noDuration(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "is no length of time; write it such as 500ms, 30s, 5m, 2h or 7d", cause);
  }

  /// The shortest way to write it that [#duration] reads.
  static String format(Duration duration) {
    if (duration.isZero() || duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  static long size(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw noSize();
    }
    long number = Long.parseLong(amount.group(1));
    return switch (amount.group(2).toLowerCase(Locale.ROOT)) {
      case "", "b" -> number;
      case "kib", "k" -> number << 10;
      case "mib", "m" -> number << 20;
      case "gib", "g" -> number << 30;
      default -> throw noSize();
    };
  }

  private static IllegalArgumentException noSize() {
    return new IllegalArgumentException("is no size; write it such as 512KiB, 5MiB or 2GiB");
  }

  /// The shortest way to write it that [#size] reads.
  static String format(long size) {
    if (size >= 1 << 20 && size % (1 << 20) == 0) {
      return (size >> 20) + "MiB";
    }
    return size >= 1 << 10 && size % (1 << 10) == 0 ? (size >> 10) + "KiB" : Long.toString(size);
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is no time zone; use a name such as Europe/Berlin", e);
    }
  }

  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  static String notEmpty(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("is empty; give a value or leave the key out");
    }
    return text;
  }

  static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is no whole number", e);
    }
  }

  static int within(int number, int least, int most) {
    if (number < least || number > most) {
      throw outside(Integer.toString(least), Integer.toString(most));
    }
    return number;
  }

  static IllegalArgumentException outside(String least, String most) {
    return new IllegalArgumentException("must lie between " + least + " and " + most);
  }

  static Path path(String text) {
    try {
      return Path.of(notEmpty(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is no path: " + e.getReason(), e);
    }
  }

  static <E extends Enum<E>> E constant(E[] all, String text) {
    return Arrays.stream(all)
        .filter(constant -> spelled(constant).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "is none of "
                        + Arrays.stream(all)
                            .map(Parsers::spelled)
                            .collect(Collectors.joining(", "))));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Secret secretIn(Path file) {
    try {
      return new Secret(notEmpty(Files.readString(file, StandardCharsets.UTF_8).strip()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the file " + file + " cannot be read; name a file that holds the secret alone", e);
    }
  }
}
