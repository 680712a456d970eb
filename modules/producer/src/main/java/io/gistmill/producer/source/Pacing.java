package io.gistmill.producer.source;

import io.gistmill.domain.PostIds;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a source is polled next. A function of what happened: no chance, no clock.
///
/// The interval follows the source: new posts halve it, polls without news lengthen it by a
/// quarter, within 5 minutes and 24 hours. Failures double the pause each time, up to 24 hours.
/// Every pause is up to a tenth longer, by the source's id, so that sources do not march in step.
public final class Pacing {

  static final Duration USUAL = Duration.ofMinutes(30);
  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofHours(24);

  /// What a peer may ask for at the most.
  static final Duration PATIENCE = Duration.ofDays(7);

  private Pacing() {}

  /// Of a source that has not been polled since it was added: due at once.
  public static SourceSchedule first(SourceDefinition source) {
    return new SourceSchedule(source.added(), USUAL.toSeconds(), null, null, 0, null, false, 0);
  }

  /// The same for a source that was added again: what it did before is kept, what it suffered is
  /// not.
  public static SourceSchedule again(SourceDefinition source, SourceSchedule before) {
    return new SourceSchedule(
        source.added(),
        USUAL.toSeconds(),
        before.lastPoll(),
        before.lastSuccess(),
        0,
        null,
        false,
        before.posts());
  }

  public static SourceSchedule after(
      PollResult result, String source, SourceSchedule before, Instant now) {
    return switch (result) {
      case PollResult.Polled polled -> {
        boolean first = before.lastSuccess() == null;
        Duration interval =
            first ? before.interval() : adapted(before.interval(), !polled.events().isEmpty());
        yield success(
            source,
            before,
            now,
            interval,
            polled.hints(),
            polled.events().size(),
            polled.warning());
      }
      case PollResult.Unchanged unchanged ->
          success(
              source, before, now, adapted(before.interval(), false), unchanged.hints(), 0, null);
      case PollResult.Failed failed -> failure(source, before, now, failed);
    };
  }

  private static Duration adapted(Duration interval, boolean news) {
    Duration next = news ? interval.dividedBy(2) : interval.multipliedBy(5).dividedBy(4);
    return within(SHORTEST, next, LONGEST);
  }

  private static SourceSchedule success(
      String source,
      SourceSchedule before,
      Instant now,
      Duration interval,
      PollHints hints,
      int posts,
      @Nullable String warning) {
    Duration pause = within(interval, hints.atLeast(), LONGEST);
    return new SourceSchedule(
        loud(now.plus(spread(pause, source, 0)), hints.silentHours()),
        interval.toSeconds(),
        now,
        now,
        0,
        warning,
        false,
        before.posts() + posts);
  }

  private static SourceSchedule failure(
      String source, SourceSchedule before, Instant now, PollResult.Failed failed) {
    int failures = before.failures() + 1;
    Duration grown = before.interval().multipliedBy(1L << Math.min(failures - 1, 16));
    Duration pause = within(SHORTEST, grown, LONGEST);
    if (failed.retryAfter() != null) {
      pause = within(pause, failed.retryAfter(), PATIENCE);
    }
    return new SourceSchedule(
        now.plus(spread(pause, source, failures)),
        before.intervalSeconds(),
        now,
        before.lastSuccess(),
        failures,
        failed.reason(),
        failed.permanent(),
        before.posts());
  }

  private static Duration within(Duration least, Duration wanted, Duration most) {
    if (wanted.compareTo(least) < 0) {
      return least;
    }
    return wanted.compareTo(most) > 0 ? most : wanted;
  }

  private static Duration spread(Duration pause, String source, int failures) {
    String hash = PostIds.hash(List.of(source, Integer.toString(failures)));
    long thousandths = Long.parseLong(hash.substring(0, 8), 16) % 100;
    return pause.plus(pause.multipliedBy(thousandths).dividedBy(1000));
  }

  /// The first moment from then on that lies in no silent hour.
  private static Instant loud(Instant then, Set<Integer> silentHours) {
    Instant moment = then;
    for (int i = 0; i < 24; i++) {
      if (!silentHours.contains(moment.atOffset(ZoneOffset.UTC).getHour())) {
        return moment;
      }
      moment = moment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    return then;
  }
}
