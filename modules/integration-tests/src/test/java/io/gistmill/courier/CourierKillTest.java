package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.courier.LedgerHistory.Repeat;
import io.gistmill.domain.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Courier, mailroom and broker are killed with `kill -9` in the middle of their work: every digest
/// arrives, and only what was on its way when a courier was killed arrives twice, under the same
/// id.
///
/// The Maven profile `kills` runs more seeds, with more readers; `-Dgistmill.kills.seed=N` one seed
/// alone; a row for each stands in `target/kills.md` then.
@Timeout(600)
class CourierKillTest {

  private static final Logger LOG = LoggerFactory.getLogger(CourierKillTest.class);
  private static final long FIRST = Long.getLong("gistmill.kills.seed", 20_260_301);
  private static final int SEEDS = Integer.getInteger("gistmill.kills.seeds", 1);
  private static final int SUBSCRIBERS = Integer.getInteger("gistmill.kills.subscribers", 500);
  private static final int KILLS = Integer.getInteger("gistmill.kills.each", 3);
  private static final int CONNECTIONS = 2 * CourierProcess.AT_ONCE;

  @TempDir private Path folder = Path.of("");

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDigestArrivesAndOnlyWhatWasOnItsWayArrivesTwice(long seed) throws IOException {
    // given
    List<Kill> schedule = Kill.draw(seed, KILLS);

    // when
    KillRun.Result result = new KillRun(folder, schedule, SUBSCRIBERS).run();

    // then
    tell(seed, schedule, result);
    assertThat(result.digests())
        .as("digests, seed %d", seed)
        .hasSize(SUBSCRIBERS)
        .doesNotHaveDuplicates();
    assertThat(result.arrived().keySet())
        .as("arrived under ids of the ledger, seed %d", seed)
        .isEqualTo(result.ledger().keySet())
        .allMatch(key -> result.digests().contains(key.substring(0, key.indexOf('|'))));
    assertThat(result.arrived().keySet().stream().map(CourierWorld::keyWithoutCut))
        .as("arrived, seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(result.expected());
    assertThat(result.ledger().values())
        .as("ends, seed %d", seed)
        .extracting(states -> states.getLast().state())
        .hasOnlyElementsOfType(Delivery.State.Sent.class);
    assertRepeatsLieInTheGap(result, seed);
  }

  private static void assertRepeatsLieInTheGap(KillRun.Result result, long seed) {
    assertThat(result.repeats())
        .as("repeats, seed %d, couriers killed at %s", seed, result.courierKills())
        .hasSizeLessThanOrEqualTo(CONNECTIONS * result.courierKills().size())
        .allMatch(repeat -> result.courierKills().stream().anyMatch(repeat::wasOpenAt));
    result
        .arrived()
        .forEach(
            (key, times) ->
                assertThat(times - 1L)
                    .as("%s came again, seed %d", key, seed)
                    .isLessThanOrEqualTo(repeatsOf(key, result)));
  }

  private static long repeatsOf(String key, KillRun.Result result) {
    return result.repeats().stream().map(Repeat::key).filter(key::equals).count();
  }

  private static void tell(long seed, List<Kill> schedule, KillRun.Result result)
      throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "| %d | %s | %,d | %,d | %,d | %d | %d | %d s |",
            seed,
            schedule,
            result.digests().size(),
            result.ledger().size(),
            result.ledger().size() - result.arrived().size(),
            result.repeats().size(),
            result.arrivedAgain(),
            result.took().toSeconds());
    LOG.info(
        "seed, schedule, digests, deliveries, missing, open at kills, arrived again, time: {}",
        row);
    Files.writeString(
        Path.of("target", "kills.md"),
        row + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
