package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.function.UnaryOperator;

/// What a digest is called: its rhythm, its topic, its filter and the day or ISO week in which it
/// ends.
record Titles(Words words, UnaryOperator<String> topicNames) {

  /// Queries may be as long as a page.
  private static final int LONGEST_QUERY = 80;

  String heading(Subscription subscription) {
    String subject = subject(subscription);
    return switch (subscription.cadence()) {
      case Cadence.Daily _ -> words.fill("heading.daily", subject);
      case Cadence.Weekly _ -> words.fill("heading.weekly", subject);
      case Cadence.QuarterHourly _ -> words.fill("heading.news", subject);
    };
  }

  String day(Digest digest) {
    LocalDate day = lastDay(digest);
    return switch (digest.subscription().cadence()) {
      case Cadence.Daily _ -> words.date("date.day", day);
      case Cadence.QuarterHourly _ -> minute(digest.cut(), digest.subscription().zone());
      case Cadence.Weekly _ ->
          words.fill(
              "day.week",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    };
  }

  String period(Digest digest) {
    ZoneId zone = digest.subscription().zone();
    return words.fill(
        "period", minute(digest.from(), zone), minute(digest.cut(), zone), zone.getId());
  }

  private String minute(Instant instant, ZoneId zone) {
    return words.date("date.minute", instant.atZone(zone));
  }

  /// The topic, and what posts of it must match.
  String subject(Subscription subscription) {
    String topic = topic(subscription.route());
    String query = Texts.oneLine(subscription.selection().filter());
    return query.isEmpty() ? topic : words.fill("subject.query", topic, cut(query));
  }

  private static String cut(String query) {
    return query.codePointCount(0, query.length()) <= LONGEST_QUERY
        ? query
        : query.substring(0, query.offsetByCodePoints(0, LONGEST_QUERY)) + "…";
  }

  private String topic(String route) {
    return switch (route) {
      case Subscription.ALL -> words.get("route.all");
      case "other" -> words.get("route.other");
      default -> Texts.oneLine(topicNames.apply(route));
    };
  }

  /// A cut at midnight ends the day before.
  private static LocalDate lastDay(Digest digest) {
    return digest.cut().minusNanos(1).atZone(digest.subscription().zone()).toLocalDate();
  }
}
