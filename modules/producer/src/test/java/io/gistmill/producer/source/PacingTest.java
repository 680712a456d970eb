package io.gistmill.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.domain.SourceSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

  private static final Instant NOW = Instant.parse("2025-03-03T12:00:00Z");
  private static final PollResult NOTHING = polled(0, PollHints.NONE);
  private static final PollResult NEWS = polled(3, PollHints.NONE);

  @Test
  void aNewSourceIsDueAtOnce() {
    // when
    SourceSchedule schedule =
        Pacing.first(new SourceDefinition("a", "feed", "https://a.example.org/", null, NOW));

    // then
    assertThat(schedule.nextPoll()).isEqualTo(NOW);
    assertThat(schedule.interval()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theIntervalFollowsTheNews() {
    // given
    SourceSchedule start = schedule(Duration.ofMinutes(30), 0);

    // when
    SourceSchedule quicker = Pacing.after(NEWS, "a", start, NOW);
    SourceSchedule slower = Pacing.after(NOTHING, "a", start, NOW);

    // then
    assertThat(quicker.interval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(quicker.posts()).isEqualTo(3);
    assertThat(slower.interval()).isEqualTo(Duration.ofSeconds(2250));
    assertThat(pause(slower))
        .isBetween(slower.interval(), slower.interval().multipliedBy(11).dividedBy(10));
  }

  /// The first poll brings all there is, which says nothing about how often news come.
  @Test
  void theFirstPollLeavesTheIntervalAlone() {
    // given
    SourceSchedule never = new SourceSchedule(NOW, 1800, null, null, 0, null, false, 0);

    // when
    SourceSchedule schedule = Pacing.after(NEWS, "a", never, NOW);

    // then
    assertThat(schedule.interval()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theIntervalStaysWithinItsBounds() {
    // given
    SourceSchedule busy = schedule(Duration.ofMinutes(30), 0);
    SourceSchedule quiet = busy;

    // when
    for (int i = 0; i < 50; i++) {
      busy = Pacing.after(NEWS, "a", busy, NOW);
      quiet = Pacing.after(NOTHING, "a", quiet, NOW);
    }

    // then
    assertThat(busy.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(quiet.interval()).isEqualTo(Duration.ofHours(24));
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "3, 120", "6, 960", "7, 1440", "99, 1440"})
  void failuresAreAskedLessAndLess(int failure, long minutes) {
    // given
    SourceSchedule before = schedule(Duration.ofMinutes(30), failure - 1);

    // when
    SourceSchedule schedule =
        Pacing.after(new PollResult.Failed("no answer", false, null), "a", before, NOW);

    // then
    assertThat(pause(schedule))
        .isBetween(Duration.ofMinutes(minutes), Duration.ofSeconds(minutes * 66));
    assertThat(schedule.failures()).isEqualTo(failure);
    assertThat(schedule.lastError()).isEqualTo("no answer");
    assertThat(schedule.interval()).isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource({"PT1S, PT30M", "PT5H, PT5H", "P30D, P7D"})
  void aPeerThatWantsToBeLeftAloneIs(Duration wanted, Duration least) {
    // when
    SourceSchedule schedule =
        Pacing.after(
            new PollResult.Failed("busy", false, wanted),
            "a",
            schedule(Duration.ofMinutes(30), 0),
            NOW);

    // then
    assertThat(pause(schedule)).isBetween(least, least.multipliedBy(11).dividedBy(10));
  }

  @Test
  void whatIsGoneForGoodIsAskedNoMore() {
    // when
    SourceSchedule schedule =
        Pacing.after(
            new PollResult.Failed("gone", true, null), "a", schedule(Duration.ofHours(1), 0), NOW);

    // then
    assertThat(schedule.disabled()).isTrue();
  }

  @Test
  void aSuccessEndsTheFailures() {
    // when
    SourceSchedule schedule = Pacing.after(NOTHING, "a", schedule(Duration.ofMinutes(30), 9), NOW);

    // then
    assertThat(schedule.failures()).isZero();
    assertThat(schedule.lastError()).isNull();
    assertThat(schedule.lastSuccess()).isEqualTo(NOW);
  }

  @Test
  void hintsLengthenThePauseAndNotTheInterval() {
    // given
    PollResult result = polled(1, new PollHints(Duration.ofHours(6), Set.of()));

    // when
    SourceSchedule schedule = Pacing.after(result, "a", schedule(Duration.ofMinutes(30), 0), NOW);

    // then
    assertThat(pause(schedule)).isGreaterThanOrEqualTo(Duration.ofHours(6));
    assertThat(schedule.interval()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void silentHoursArePassedOver() {
    // given
    PollResult result = polled(1, new PollHints(Duration.ZERO, Set.of(12, 13, 14)));

    // when
    SourceSchedule schedule = Pacing.after(result, "a", schedule(Duration.ofMinutes(30), 0), NOW);

    // then
    assertThat(schedule.nextPoll()).isEqualTo("2025-03-03T15:00:00Z");
    assertThat(schedule.nextPoll().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(15);
  }

  @Test
  void sourcesDoNotMarchInStep() {
    // when
    long different =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(
                i ->
                    Pacing.after(NOTHING, "s" + i, schedule(Duration.ofHours(1), 0), NOW)
                        .nextPoll())
            .distinct()
            .count();

    // then
    assertThat(different).isGreaterThan(30);
  }

  private static SourceSchedule schedule(Duration interval, int failures) {
    return new SourceSchedule(
        NOW, interval.toSeconds(), NOW, NOW.minusSeconds(60), failures, null, false, 0);
  }

  private static Duration pause(SourceSchedule schedule) {
    return Duration.between(NOW, schedule.nextPoll());
  }

  private static PollResult polled(int posts, PollHints hints) {
    var post =
        new Post(
            "p",
            new Origin("a", null),
            "",
            null,
            NOW,
            false,
            null,
            null,
            "x",
            List.of(),
            List.of(),
            List.of());
    List<PostEvent> events = java.util.Collections.nCopies(posts, new PostEvent.Posted(post));
    return new PollResult.Polled(events, SourceMemory.EMPTY, hints, null);
  }
}
