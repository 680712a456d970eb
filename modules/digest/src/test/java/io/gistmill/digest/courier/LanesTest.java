package io.gistmill.digest.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private final List<String> gone = new ArrayList<>();
  private final Lanes<String> lanes = new Lanes<>(20, 4, gone::add);

  private void offer(String destination, int count) {
    IntStream.range(0, count).forEach(i -> lanes.offer(destination, destination + "-" + i));
  }

  @Test
  void destinationsAreServedInTurn() {
    // given
    offer("one", 3);
    offer("two", 3);

    // when
    lanes.serve(NOW);
    lanes.answered("one");
    lanes.answered("two");
    lanes.serve(NOW);

    // then
    assertThat(gone).startsWith("one-0", "two-0").hasSize(6);
    assertThat(gone.subList(2, 4)).containsExactly("one-1", "two-1");
  }

  @Test
  void laneWidensWithEachAnswerUpToItsWidth() {
    // given
    offer("one", 100);

    // when
    for (int i = 0; i < 10; i++) {
      lanes.serve(NOW);
      lanes.answered("one");
    }
    lanes.serve(NOW);

    // then
    int onTheirWay = gone.size() - 10;
    assertThat(onTheirWay).isEqualTo(4);
  }

  @Test
  void destinationsThatHangDelayNoOther() {
    // given
    for (int i = 0; i < 10; i++) {
      offer("hanging" + i, 50);
    }
    for (int i = 0; i < 90; i++) {
      offer("healthy" + i, 10);
    }

    // when
    int served = 0;
    for (int round = 0; round < 2_000 && served < 900; round++) {
      lanes.serve(NOW);
      for (String job : List.copyOf(gone)) {
        if (job.startsWith("healthy")) {
          gone.remove(job);
          lanes.answered(job.substring(0, job.indexOf('-')));
          served++;
        }
      }
    }

    // then
    assertThat(served).isEqualTo(900);
    assertThat(gone).hasSize(10).allMatch(job -> job.startsWith("hanging"));
  }

  @Test
  void destinationInTroubleRestsLongerEachTimeAndIsTriedAlone() {
    // given
    offer("one", 10);
    lanes.serve(NOW);
    lanes.troubled("one", null, NOW);

    // when
    lanes.serve(NOW.plusSeconds(4));
    int during = gone.size();
    lanes.serve(NOW.plusSeconds(5));
    int after = gone.size();
    lanes.troubled("one", null, NOW.plusSeconds(5));
    lanes.serve(NOW.plusSeconds(14));
    int second = gone.size();
    lanes.serve(NOW.plusSeconds(15));

    // then
    assertThat(List.of(during, after, second, gone.size())).containsExactly(1, 2, 2, 3);
  }

  @Test
  void whatADestinationAsksForIsHonoured() {
    // given
    offer("one", 2);
    lanes.serve(NOW);
    lanes.troubled("one", Duration.ofMinutes(10), NOW);

    // when
    lanes.serve(NOW.plusSeconds(599));
    int before = gone.size();
    lanes.serve(NOW.plusSeconds(600));

    // then
    assertThat(before).isEqualTo(1);
    assertThat(gone).hasSize(2);
  }

  @Test
  void oneReceiverHoldsUpTheOthersOfItsHostForAQuarterOfAnHourAtTheMost() {
    // given
    offer("one", 2);
    lanes.serve(NOW);
    lanes.troubled("one", Duration.ofDays(1), NOW);

    // when
    lanes.serve(NOW.plusSeconds(900));

    // then
    assertThat(gone).hasSize(2);
  }

  @Test
  void restsGrowUpToFiveMinutes() {
    // when
    List<Duration> rests = IntStream.range(0, 12).mapToObj(Lanes::rest).toList();

    // then
    assertThat(rests)
        .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(10))
        .endsWith(Duration.ofMinutes(5), Duration.ofMinutes(5));
  }

  @Test
  void whatWasTakenOutDoesNotGo() {
    // given
    offer("one", 3);

    // when
    lanes.remove(job -> !job.equals("one-2"));
    lanes.serve(NOW);

    // then
    assertThat(gone).containsExactly("one-2");
    assertThat(lanes.waiting()).isZero();
  }
}
