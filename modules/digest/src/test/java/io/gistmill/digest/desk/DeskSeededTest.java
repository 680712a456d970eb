package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One history, read in many ways, makes the same decisions in the same order. The test's name
/// holds the seed.
class DeskSeededTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyNumberOfPartitionsInAnyInterleavingGivesTheSameDecisions(long seed) {
    // given
    var log = new DeskLog(seed);
    List<Decision<StoryEvent>> expected = undisturbed(log);
    var random = new Random(seed);
    var run = new DeskRun();

    // when
    run.takeAll(log.interleaved(1 + random.nextInt(8), random));

    // then
    assertThat(run.decisions()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void slicesAndKillsAnywhereGiveTheSameDecisions(long seed) {
    // given
    var log = new DeskLog(seed);
    List<Decision<StoryEvent>> expected = undisturbed(log);
    var random = new Random(seed);
    List<TaggedEvent> events = log.interleaved(1 + random.nextInt(4), random);

    // when
    DeskRun run = disturbed(events, random);

    // then
    assertThat(run.decisions()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPostIsFoldedOnceAndEveryTickClosesItsWindow(long seed) {
    // given
    var log = new DeskLog(seed);

    // when
    List<Decision<StoryEvent>> decisions = undisturbed(log);

    // then
    assertThat(firstVersions(decisions)).doesNotHaveDuplicates();
    assertThat(windowBreaches(decisions)).isEmpty();
    assertThat(decisions.stream().map(Decision::value).filter(StoryEvent.Ticked.class::isInstance))
        .hasSameSizeAs(log.ticks());
  }

  private static List<Decision<StoryEvent>> undisturbed(DeskLog log) {
    var run = new DeskRun();
    run.takeAll(log.interleaved(1, new Random(0)));
    return run.decisions();
  }

  private static DeskRun disturbed(List<TaggedEvent> events, Random random) {
    var run = new DeskRun();
    int committed = 0;
    int next = 0;
    boolean idle = false;
    while (next < events.size() || !idle) {
      if (next < events.size() && random.nextInt(3) > 0) {
        run.accept(events.get(next++));
      }
      idle = run.work(steps(random.nextInt(4)));
      int fate = random.nextInt(12);
      if (fate == 0) {
        run.kill();
        next = committed;
        idle = false;
      } else if (fate < 5 || next == events.size() && idle) {
        run.commit();
        committed = next;
      }
    }
    run.commit();
    return run;
  }

  private static BooleanSupplier steps(int count) {
    int[] left = {count};
    return () -> left[0]-- > 0;
  }

  private static List<String> firstVersions(List<Decision<StoryEvent>> decisions) {
    return decisions.stream()
        .map(Decision::value)
        .filter(StoryEvent.Revised.class::isInstance)
        .map(StoryEvent.Revised.class::cast)
        .flatMap(revised -> revised.posts().stream())
        .filter(post -> post.revision() == 1)
        .map(StoryPost::id)
        .toList();
  }

  /// Revisions that stand before an older tick or after a younger one than their bucket allows.
  private static List<StoryEvent.Revised> windowBreaches(List<Decision<StoryEvent>> decisions) {
    List<StoryEvent.Revised> breaches = new ArrayList<>();
    List<StoryEvent.Revised> window = new ArrayList<>();
    Instant closed = Instant.MIN;
    for (Decision<StoryEvent> decision : decisions) {
      if (decision.value() instanceof StoryEvent.Revised revised) {
        window.add(revised);
      } else if (decision.value() instanceof StoryEvent.Ticked ticked) {
        Instant from = closed;
        Instant to = ticked.tick().instant();
        window.stream()
            .filter(one -> one.bucket().isBefore(from) || !one.bucket().isBefore(to))
            .forEach(breaches::add);
        window.clear();
        closed = to;
      }
    }
    return breaches;
  }
}
