package io.gistmill.producer.archive;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One way in which people write a date, with an optional time before or after it.
///
/// @param loose true for a shape that ordinary text has too, such as `12/6`: taken only where a
///   date must stand
record DateShape(
    Pattern whole,
    Pattern atEnd,
    Pattern atStart,
    boolean loose,
    Function<MatchResult, Optional<DateText>> reading) {

  private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?";
  private static final String BEFORE =
      "(?:(?<half>上午|下午)?\\s*(?<early>"
          + CLOCK.replace("(\\d", "(?:\\d")
          + "\\s*(?:[AaPp][Mm])?)\\s*[·,]\\s*)?";
  private static final String AFTER =
      "(?:(?:[Tt]|\\s*[·,]\\s*|\\s+)(?<late>"
          + CLOCK.replace("(\\d", "(?:\\d")
          + "\\s*(?:[AaPp][Mm])?)\\s*(?<offset>[Zz]|[+-]\\d{2}:?\\d{2})?)?";

  /// @param core a pattern without anchors; its groups are named
  static DateShape of(
      String core, boolean loose, Function<MatchResult, Optional<DateText>> reading) {
    String date = BEFORE + core + AFTER;
    return new DateShape(
        Pattern.compile(date, Pattern.CASE_INSENSITIVE),
        Pattern.compile(
            "(?:(?<![\\p{Alnum}./:_-])|(?=(?:19|20)\\d{2}-\\d{2}-\\d{2}$))" + date + "$",
            Pattern.CASE_INSENSITIVE),
        Pattern.compile("^" + date + "(?=\\s|$)", Pattern.CASE_INSENSITIVE),
        loose,
        reading);
  }

  Optional<DateText> read(Matcher matcher) {
    return reading.apply(matcher).map(date -> DateTimes.withTime(date, matcher));
  }
}
