package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Language;
import io.gistmill.query.PostQuery;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what people want out of fields. Safe for all threads.
public final class WishReader {

  private static final int MOST_ITEMS = 200;
  private static final int MOST_MINUTES = 24 * 60;

  private final Supplier<Set<String>> topics;

  /// @param topics slugs of all topics that are known now
  public WishReader(Supplier<Set<String>> topics) {
    this.topics = topics;
  }

  /// @param base holds for fields that were not given, or not well
  Wish read(Fields given, Wish base, Mistakes mistakes) {
    List<String> wanted = topics(given, "topics", base.topics(), mistakes);
    List<String> excluded = topics(given, "excluded", base.excluded(), mistakes);
    if (wanted.stream().anyMatch(excluded::contains)) {
      mistakes.add("excluded", "A topic cannot be both wanted and left out.");
    }
    return new Wish(
        wanted,
        excluded,
        given.text("filter").map(text -> filter(text, mistakes)).orElse(base.filter()),
        cadence(given, base.cadence(), mistakes),
        given.text("zone").map(text -> zone(text, base.zone(), mistakes)).orElse(base.zone()),
        number(given, "items", base.items(), 1, MOST_ITEMS, mistakes),
        number(given, "minutes", base.minutes(), 0, MOST_MINUTES, mistakes),
        language(given, base.language(), mistakes),
        given.text("sendEmpty").map(WishReader::isYes).orElse(base.sendEmpty()));
  }

  private List<String> topics(
      Fields given, String field, List<String> fallback, Mistakes mistakes) {
    List<String> slugs = given.list(field).orElse(fallback);
    Set<String> known = topics.get();
    slugs.stream()
        .filter(slug -> !known.contains(slug) && !fallback.contains(slug))
        .findFirst()
        .ifPresent(
            slug ->
                mistakes.add(
                    field,
                    "There is no topic '"
                        + slug
                        + "'; there are "
                        + String.join(", ", new TreeSet<>(known))
                        + "."));
    return slugs;
  }

  private String filter(String text, Mistakes mistakes) {
    if (!text.isEmpty() && PostQuery.parse(text) instanceof PostQuery.Refused refused) {
      mistakes.add("filter", "Filter, " + refused.message() + ".");
    }
    return text;
  }

  private static Cadence cadence(Fields given, Cadence base, Mistakes mistakes) {
    String every = given.text("every").orElse(Cadences.every(base));
    LocalTime at = given.text("at").map(text -> at(text, mistakes)).orElse(Cadences.at(base));
    DayOfWeek day = given.text("day").map(text -> day(text, mistakes)).orElse(Cadences.day(base));
    return switch (every) {
      case Cadences.DAY -> new Cadence.Daily(at);
      case Cadences.WEEK -> new Cadence.Weekly(day, at);
      case Cadences.QUARTER_HOUR -> new Cadence.QuarterHourly();
      default -> {
        mistakes.add("every", "'" + every + "' is none of day, week and quarter-hour.");
        yield base;
      }
    };
  }

  private static LocalTime at(String text, Mistakes mistakes) {
    try {
      LocalTime at = LocalTime.parse(text);
      if (at.getMinute() % 15 == 0 && at.getSecond() == 0 && at.getNano() == 0) {
        return at;
      }
      mistakes.add(
          "at", "Digests are made on quarter hours, such as 08:00 or 08:15, not at " + at + ".");
    } catch (DateTimeException e) {
      mistakes.add("at", "'" + text + "' is no time of day; write it such as 08:00 or 17:30.");
    }
    return Cadences.MORNING;
  }

  private static DayOfWeek day(String text, Mistakes mistakes) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseGet(
            () -> {
              mistakes.add("day", "'" + text + "' is no day of the week; write it such as monday.");
              return DayOfWeek.MONDAY;
            });
  }

  private static ZoneId zone(String text, ZoneId fallback, Mistakes mistakes) {
    if (text.equals(fallback.getId())) {
      return fallback;
    }
    return Zones.find(text)
        .orElseGet(
            () -> {
              mistakes.add(
                  "zone",
                  "'"
                      + text
                      + "' is no time zone; near to it are "
                      + String.join(", ", Zones.nearest(text))
                      + ".");
              return fallback;
            });
  }

  private static int number(
      Fields given, String field, int fallback, int least, int most, Mistakes mistakes) {
    String text = given.text(field).orElse("");
    if (text.isEmpty()) {
      return given.text(field).isPresent() && least == 0 ? 0 : fallback;
    }
    if (text.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    mistakes.add(
        field, "'" + text + "' is no whole number between " + least + " and " + most + ".");
    return fallback;
  }

  private static @Nullable Language language(
      Fields given, @Nullable Language fallback, Mistakes mistakes) {
    String text = given.text("language").orElse(fallback == null ? "" : fallback.name());
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "any" -> null;
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default -> {
        mistakes.add("language", "'" + text + "' is none of any, en and zh.");
        yield fallback;
      }
    };
  }

  static boolean isYes(String text) {
    return text.equals("true") || text.equals("yes") || text.equals("on");
  }
}
