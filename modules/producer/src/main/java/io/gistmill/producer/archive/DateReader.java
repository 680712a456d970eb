package io.gistmill.producer.archive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write and mistype them.
///
/// Sound: `2023-12-06`, `2023-12-6`, `2023/12/06`, `2023.12.06`, `2023年12月6日`, `20231206`, `Dec 6,
/// 2023`, full-width digits, each with a time or without. Mended: a letter O for a zero, a missing
/// or doubled dash. Damaged: a year without its first digit, a day that no month has, no year at
/// all.
final class DateReader {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2200;

  private static final String MONTHS =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\\.?";
  private static final String MONTH_ORDER = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String N = "[0-9OoIiLl]";

  private static final List<DateShape> SHAPES =
      List.of(
          DateShape.of(
              "(?<y>"
                  + N
                  + "{3,5})\\s*(?<s>[-/.年]+)\\s*(?<m>"
                  + N
                  + "{1,3})\\s*(?<t>[-/.月]+)\\s*"
                  + "(?<d>"
                  + N
                  + "{1,3})\\s*[日号]?",
              false,
              DateReader::threeParts),
          DateShape.of(
              "(?<y>(?:19|20)[0-9]{2})(?<s>[- ]?)(?<m>[0-9]{2})(?<t>[- ]?)(?<d>[0-9]{2})",
              false, DateReader::threeParts),
          DateShape.of(
              "(?<mon>" + MONTHS + ")\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y>\\d{4}))",
              false,
              DateReader::english),
          DateShape.of(
              "(?<d>\\d{1,2})\\s+(?<mon>" + MONTHS + ")(?:,?\\s+(?<y>\\d{4}))",
              false,
              DateReader::english),
          DateShape.of(
              "(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})[-/.](?<y>(?:19|20)\\d{2})",
              false, DateReader::yearLast),
          DateShape.of("(?<mon>" + MONTHS + ")\\s+(?<d>\\d{1,2})(?<y>)", true, DateReader::english),
          DateShape.of("(?<d>\\d{1,2})\\s+(?<mon>" + MONTHS + ")(?<y>)", true, DateReader::english),
          DateShape.of(
              "(?<y>"
                  + N
                  + "{1,2})(?<s>[-/.年]+)(?<m>"
                  + N
                  + "{1,3})(?<t>[-/.月]+)(?<d>"
                  + N
                  + "{1,3})[日号]?",
              true,
              DateReader::threeParts),
          DateShape.of("(?<m>\\d{1,2})\\s*月\\s*(?<d>\\d{1,3})\\s*[日号]?", true, DateReader::noYear),
          DateShape.of("(?<m>\\d{1,2})[-/](?<d>\\d{1,2})", true, DateReader::noYear),
          DateShape.of(
              "(?<y>(?:19|20)\\d{2})\\s*[-/年]\\s*(?<m>\\d{1,2})\\s*[月-]?",
              true, DateReader::noDay));

  private static final int LONGEST_LINE = 300;

  /// More signs than any date with its time has.
  private static final int WIDEST = 64;

  /// A date and what is left of the line around it.
  record Found(DateText date, String rest) {}

  private DateReader() {}

  /// A text that is a date and nothing else.
  static Optional<DateText> whole(String text) {
    if (text.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String plain = plain(text).strip();
    if (plain.length() > WIDEST || !hasDigit(plain)) {
      return Optional.empty();
    }
    return SHAPES.stream().flatMap(shape -> whole(shape, plain).stream()).findFirst();
  }

  private static Optional<DateText> whole(DateShape shape, String plain) {
    Matcher matcher = shape.whole().matcher(plain);
    return matcher.matches() ? shape.read(matcher) : Optional.empty();
  }

  /// A line with a date at its end or at its start.
  ///
  /// @param loose whether to take the shapes that ordinary text has too
  static Optional<Found> beside(String line, boolean loose) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String plain = plain(line).stripTrailing();
    if (!hasDigit(plain)) {
      return Optional.empty();
    }
    for (DateShape shape : SHAPES) {
      if (shape.loose() && !loose) {
        continue;
      }
      Optional<Found> found = beside(shape, plain, line);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> beside(DateShape shape, String plain, String line) {
    Matcher end = shape.atEnd().matcher(plain);
    end.region(Math.max(0, plain.length() - WIDEST), plain.length()).useTransparentBounds(true);
    if (end.find()) {
      return shape.read(end).map(date -> new Found(date, line.substring(0, end.start()).strip()));
    }
    Matcher start = shape.atStart().matcher(plain);
    return start.find()
        ? shape.read(start).map(date -> new Found(date, line.substring(start.end()).strip()))
        : Optional.empty();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static Optional<DateText> threeParts(MatchResult match) {
    String all = match.group("y") + match.group("m") + match.group("d");
    if (all.chars().filter(Character::isDigit).count() < 3) {
      return Optional.empty();
    }
    boolean slip =
        match.group("s").length() > 1
            || match.group("t").length() > 1
            || match.group("s").isEmpty() != match.group("t").isEmpty()
            || all.chars().anyMatch(Character::isLetter);
    Integer year = match.group("y").length() == 4 ? number(match.group("y")) : null;
    return Optional.of(of(year, number(match.group("m")), number(match.group("d")), slip));
  }

  private static Optional<DateText> english(MatchResult match) {
    String name = match.group("mon").substring(0, 3).toLowerCase(Locale.ROOT);
    int month = MONTH_ORDER.indexOf(name) / 3 + 1;
    String year = match.group("y");
    return Optional.of(
        of(
            year == null || year.isEmpty() ? null : Integer.valueOf(year),
            month,
            number(match.group("d")),
            false));
  }

  /// Day first where only that can be, else month first; which of the two was meant is a guess.
  private static Optional<DateText> yearLast(MatchResult match) {
    int a = number(match.group("a"));
    int b = number(match.group("b"));
    int month = a > 12 ? b : a;
    int day = a > 12 ? a : b;
    return Optional.of(of(number(match.group("y")), month, day, a <= 12 && b <= 12 && a != b));
  }

  private static Optional<DateText> noYear(MatchResult match) {
    return Optional.of(of(null, number(match.group("m")), number(match.group("d")), false));
  }

  private static Optional<DateText> noDay(MatchResult match) {
    return Optional.of(of(number(match.group("y")), number(match.group("m")), null, false));
  }

  private static DateText of(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day, boolean slip) {
    Integer y = year != null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
    Integer m = month != null && month >= 1 && month <= 12 ? month : null;
    Integer d = day != null && day >= 1 && day <= longest(y, m) ? day : null;
    if (y == null || m == null || d == null) {
      return new DateText.Damaged(y, m, d);
    }
    return new DateText.Local(LocalDate.of(y, m, d), null, slip);
  }

  private static int longest(@Nullable Integer year, @Nullable Integer month) {
    if (month == null) {
      return 31;
    }
    return year == null
        ? YearMonth.of(2000, month).lengthOfMonth()
        : YearMonth.of(year, month).lengthOfMonth();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replaceAll("[Oo]", "0").replaceAll("[IiLl]", "1"));
  }

  /// Full-width signs and the many dashes made plain, each one sign for one sign.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char sign) {
    if (sign >= '\uFF01' && sign <= '\uFF5E') {
      return (char) (sign - 0xFEE0);
    }
    return switch (sign) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '_' -> '-';
      case '\u3000', '\u00A0' -> ' ';
      default -> sign;
    };
  }
}
