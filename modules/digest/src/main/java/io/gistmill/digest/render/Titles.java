package io.gistmill.digest.render;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Subscription;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// What a digest is called: its rhythm, its topic and the day or ISO week in which it ends.
final class Titles {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Titles() {}

  static String heading(Subscription subscription, UnaryOperator<String> topicNames) {
    String rhythm =
        switch (subscription.cadence()) {
          case Cadence.Daily _ -> "Daily digest: ";
          case Cadence.Weekly _ -> "Weekly digest: ";
          case Cadence.QuarterHourly _ -> "News: ";
        };
    return rhythm + subject(subscription.route(), topicNames);
  }

  static String day(Digest digest) {
    LocalDate day = lastDay(digest);
    return switch (digest.subscription().cadence()) {
      case Cadence.Daily _ -> day.toString();
      case Cadence.QuarterHourly _ ->
          MINUTE.withZone(digest.subscription().zone()).format(digest.cut());
      case Cadence.Weekly _ -> week(day);
    };
  }

  static String period(Digest digest) {
    DateTimeFormatter local = MINUTE.withZone(digest.subscription().zone());
    return local.format(digest.from())
        + " to "
        + local.format(digest.cut())
        + ", "
        + digest.subscription().zone().getId();
  }

  private static String subject(String route, UnaryOperator<String> topicNames) {
    return switch (route) {
      case Subscription.ALL -> "all topics";
      case "other" -> "no topic";
      default -> Texts.oneLine(topicNames.apply(route));
    };
  }

  /// A cut at midnight ends the day before.
  private static LocalDate lastDay(Digest digest) {
    return digest.cut().minusNanos(1).atZone(digest.subscription().zone()).toLocalDate();
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
