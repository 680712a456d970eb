package io.gistmill.digest.courier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.mail.bounce.SuspensionRule;
import io.gistmill.delivery.mail.bounce.SuspensionRule.Seen;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Suspended;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thousand worlds of couriers that are killed at every kind of moment. What must arrive is
/// worked out from the digests alone. `-Dgistmill.ledger.seed=N` runs one world.
class LedgerSimulationTest {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerSimulationTest.class);
  private static final Long ONLY = Long.getLong("gistmill.ledger.seed");
  private static final int SEEDS = Integer.getInteger("gistmill.ledger.seeds", 1_000);

  @Test
  void nothingIsLostAndNothingRepeatedButWhatWasOpenAtAKill() {
    // given
    long first = ONLY == null ? 1 : ONLY;
    long last = ONLY == null ? SEEDS : ONLY;
    long kills = 0;
    long arrived = 0;
    long again = 0;
    long repeats = 0;
    long open = 0;
    long reports = 0;

    // when
    for (long seed = first; seed <= last; seed++) {
      var world = new SimulatedCourier(seed);
      world.run();

      // then
      assertHolds(world, seed);
      kills += world.kills();
      arrived += world.arrived().size();
      again += world.arrivedAgain();
      repeats += world.repeats();
      open += world.openAtKills();
      reports += world.reported().size();
    }
    LOG.info(
        "seeds={} kills={} arrived={} missing=0 openAtKills={} repeats={} arrivedAgain={}"
            + " reports={}",
        last - first + 1,
        kills,
        arrived,
        open,
        repeats,
        again,
        reports);
    assertThat(kills).isPositive();
    assertThat(reports).isPositive();
  }

  private static void assertHolds(SimulatedCourier world, long seed) {
    assertThat(world.ends().keySet())
        .as("deliveries, seed %d", seed)
        .filteredOn(key -> !key.startsWith("notice-"))
        .containsExactlyInAnyOrderElementsOf(world.expected());
    world
        .ends()
        .forEach(
            (key, end) -> {
              boolean givenUp = end instanceof State.Failed;
              boolean taken = end instanceof State.Sent || end instanceof State.Bounced;
              assertThat(taken || givenUp)
                  .as("the end of %s, seed %d: %s", key, seed, end)
                  .isTrue();
              if (!givenUp) {
                assertThat(world.arrived()).as("missing, seed %d", seed).containsKey(key);
              }
            });
    assertThat(world.repeats())
        .as("repeats, seed %d", seed)
        .isLessThanOrEqualTo(world.openAtKills());
    assertThatReportsCountOnce(world, seed);
    assertThat(world.arrivedAgain())
        .as("arrived again, seed %d", seed)
        .isLessThanOrEqualTo(world.repeats());
  }

  /// Who is suspended is worked out from the reports alone: nobody confirms an address again.
  private static void assertThatReportsCountOnce(SimulatedCourier world, long seed) {
    List<Bounced> counted =
        world.written(Bounced.class).stream()
            .filter(it -> it.counted() != null)
            .distinct()
            .toList();
    assertThat(counted)
        .as("counted reports, seed %d", seed)
        .extracting(Bounced::key)
        .containsExactlyInAnyOrderElementsOf(world.reported().keySet());
    Set<String> closed =
        Stream.of(0, 1, 2, 3, 4, 5)
            .map(number -> "reader" + number)
            .filter(reader -> SuspensionRule.reason(seen(world, reader)).isPresent())
            .collect(Collectors.toSet());
    assertThat(world.written(Suspended.class))
        .as("suspended, seed %d", seed)
        .filteredOn(it -> it.channel() == Channel.EMAIL)
        .extracting(Suspended::subscriber)
        .containsExactlyInAnyOrderElementsOf(closed);
    assertThat(world.reported().values())
        .as("shown, seed %d", seed)
        .allSatisfy(
            report ->
                assertThat(world.ends().get(report.delivery().key()))
                    .isInstanceOf(State.Bounced.class));
  }

  private static List<Seen> seen(SimulatedCourier world, String reader) {
    return world.reported().values().stream()
        .filter(report -> report.delivery().subscriber().equals(reader))
        .map(Reports::seen)
        .toList();
  }
}
