package io.gistmill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Taggers;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Runs whole systems over logs in memory, each from a seed: undisturbed, and with kills, lags and
/// interleavings. Both must give the same digests, and both must keep the invariants.
///
/// A failing seed is named in the message. `-Dgistmill.simulation.seed=N` runs that one alone, and
/// `-Dgistmill.simulation.seeds=N` runs more of them.
class SimulationTest {

  @Test
  void killsLagsAndInterleavingsChangeNothing() {
    Long only = Long.getLong("gistmill.simulation.seed");
    LongStream seeds =
        only == null
            ? LongStream.rangeClosed(1, Long.getLong("gistmill.simulation.seeds", 1_000))
            : LongStream.of(only);

    seeds.parallel().forEach(SimulationTest::run);
  }

  /// Shows that the simulation can fail: nearly every seed finds batches that wait in memory while
  /// kills come.
  @Test
  void batchesThatOutliveTheirCallAreFound() {
    long found =
        LongStream.rangeClosed(1, 20)
            .filter(SimulationTest::findsBatchesThatOutliveTheirCall)
            .count();

    assertThat(found).isGreaterThanOrEqualTo(18);
  }

  private static boolean findsBatchesThatOutliveTheirCall(long seed) {
    var random = new SplittableRandom(seed);
    var input = new SimulatedInput(random);
    var pipeline = new SimulatedPipeline(input, TopicsInText.taggers(), HoldsBack::new);
    pipeline.runDisturbed(random);
    try {
      new Invariants(input, pipeline).check();
      return false;
    } catch (AssertionError expected) {
      return true;
    }
  }

  private static void run(long seed) {
    try {
      simulate(seed);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + " fails; run it alone with -Dgistmill.simulation.seed=" + seed, e);
    }
  }

  private static void simulate(long seed) {
    var random = new SplittableRandom(seed);
    var input = new SimulatedInput(random);
    Taggers taggers = TopicsInText.taggers();
    var undisturbed = new SimulatedPipeline(input, taggers);
    undisturbed.run();
    new Invariants(input, undisturbed).check();

    var disturbed = new SimulatedPipeline(input, taggers);
    disturbed.runDisturbed(random);

    new Invariants(input, disturbed).check();
    assertThat(disturbed.digests()).isEqualTo(undisturbed.digests());
  }
}
