package io.gistmill.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryLadderTest {

  @Test
  void aWebhookIsTriedTenTimesOverSeventyFiveHours() {
    // when
    RetryLadder ladder = RetryLadder.WEBHOOK;

    // then
    assertThat(ladder.tries()).isEqualTo(10);
    assertThat(ladder.pauses().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
  }

  @Test
  void aMailIsGivenUpWithinADayHoweverThePausesFall() {
    // when
    Duration longest =
        RetryLadder.MAIL.pauses().stream()
            .map(pause -> pause.multipliedBy(11).dividedBy(10))
            .reduce(Duration.ZERO, Duration::plus);

    // then
    assertThat(longest).isBetween(Duration.ofHours(20), Duration.ofHours(24));
  }

  @ParameterizedTest
  @MethodSource("ladders")
  void pausesStayWithinATenthOfStepsThatGrow(RetryLadder ladder) {
    // when
    List<List<Duration>> runs =
        IntStream.range(0, 500).mapToObj(i -> pauses(ladder, "reader-" + i + ".20250305")).toList();

    // then
    assertThat(ladder.pauses()).isSorted().doesNotHaveDuplicates();
    assertThat(runs)
        .allSatisfy(
            run -> {
              for (int i = 0; i < run.size(); i++) {
                Duration step = ladder.pauses().get(i);
                assertThat(run.get(i).minus(step).abs()).isLessThanOrEqualTo(step.dividedBy(10));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("ladders")
  void afterTheLastTryNoneFollows(RetryLadder ladder) {
    // when
    int last = ladder.tries();

    // then
    assertThat(ladder.pauseAfter(last - 1, "d1")).isPresent();
    assertThat(ladder.pauseAfter(last, "d1")).isEmpty();
    assertThat(ladder.pauseAfter(last + 7, "d1")).isEmpty();
  }

  @Test
  void theSameTryHasAlwaysTheSamePauseAndAnotherHasAnother() {
    // when
    var pause = RetryLadder.WEBHOOK.pauseAfter(5, "d1");

    // then
    assertThat(pause).isEqualTo(RetryLadder.WEBHOOK.pauseAfter(5, "d1"));
    assertThat(pause).isNotEqualTo(RetryLadder.WEBHOOK.pauseAfter(5, "d2"));
    assertThat(ratio(4, "d1")).isNotEqualTo(ratio(5, "d1"));
  }

  @Test
  void pausesAreSpreadOverTheWholeRange() {
    // when
    double[] ratios =
        IntStream.range(0, 2_000).mapToDouble(i -> ratio(9, "reader-" + i)).sorted().toArray();

    // then
    assertThat(ratios[0]).isBetween(0.9, 0.905);
    assertThat(ratios[1_000]).isBetween(0.99, 1.01);
    assertThat(ratios[1_999]).isBetween(1.095, 1.1);
  }

  @Test
  void triesCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryLadder.MAIL.pauseAfter(0, "d1"))
        .withMessage("tries count from 1, not 0");
  }

  private static Stream<RetryLadder> ladders() {
    return Stream.of(RetryLadder.WEBHOOK, RetryLadder.MAIL);
  }

  private static List<Duration> pauses(RetryLadder ladder, String id) {
    return IntStream.rangeClosed(1, ladder.pauses().size())
        .mapToObj(attempt -> ladder.pauseAfter(attempt, id).orElseThrow())
        .toList();
  }

  private static double ratio(int attempt, String id) {
    RetryLadder ladder = RetryLadder.WEBHOOK;
    double step = ladder.pauses().get(attempt - 1).toMillis();
    return ladder.pauseAfter(attempt, id).orElseThrow().toMillis() / step;
  }
}
