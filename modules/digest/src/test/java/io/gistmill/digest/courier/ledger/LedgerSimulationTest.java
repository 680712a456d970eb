package io.gistmill.digest.courier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Delivery.State;
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
    }
    LOG.info(
        "seeds={} kills={} arrived={} missing=0 openAtKills={} repeats={} arrivedAgain={}",
        last - first + 1,
        kills,
        arrived,
        open,
        repeats,
        again);
    assertThat(kills).isPositive();
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
              assertThat(end instanceof State.Sent || givenUp)
                  .as("the end of %s, seed %d: %s", key, seed, end)
                  .isTrue();
              if (!givenUp) {
                assertThat(world.arrived()).as("missing, seed %d", seed).containsKey(key);
              }
            });
    assertThat(world.repeats())
        .as("repeats, seed %d", seed)
        .isLessThanOrEqualTo(world.openAtKills());
    assertThat(world.arrivedAgain())
        .as("arrived again, seed %d", seed)
        .isLessThanOrEqualTo(world.repeats());
  }
}
