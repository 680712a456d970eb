package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.linked;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What leaves tables and log, and when.
class DeskExpiryTest {

  private static final int HORIZON = (int) Horizon.LENGTH.dividedBy(Tick.QUARTER);
  private static final String PAPER = "https://papers.example/abs/3105.00417";
  private static final String CODE = "https://code.example/loom/weft";

  private final DeskRun run = new DeskRun();

  @BeforeEach
  void foldThreePostsIntoOneStory() {
    run.takeAll(
        List.of(
            tick(0, 0, 1),
            tagged(linked("a", quarter(0), "Ola", PAPER)),
            tagged(linked("b", quarter(0), "Mio", CODE)),
            tick(1, 0, 1),
            tagged(linked("c", quarter(1), "Ira", PAPER, CODE)),
            tick(2, 0, 1)));
  }

  @Test
  void nothingLeavesWithinTheHorizon() {
    // when
    run.take(tick(HORIZON + 1, 0, 1));

    // then
    assertThat(run.tombstones()).isEmpty();
    assertThat(run.posts.get("a")).isNotNull();
  }

  @Test
  void aBucketLeavesOnceItIsOlderThanTheHorizon() {
    // when
    run.take(tick(HORIZON + 2, 0, 1));

    // then
    assertThat(run.tombstones())
        .containsExactly(
            StoryKeys.revision(quarter(0), "sa"), StoryKeys.revision(quarter(0), "sb"));
    assertThat(run.posts.get("a")).isNull();
    assertThat(run.posts.get("c")).isNotNull();
    assertThat(run.aliases.get("sb")).isNotNull();
  }

  @Test
  void inTheEndOnlyTheTicksAreLeft() {
    // when
    run.take(tick(HORIZON + 3, 0, 1));

    // then
    assertThat(run.tombstones()).contains("alias|" + quarter(1) + "|sb");
    assertThat(run.rows()).isEqualTo(run.ticks.size());
  }

  @Test
  void aPostThatComesAgainAfterTheHorizonIsToldAnewThoughNothingWasClearedUpYet() {
    // given a jump, at which expiry still goes by the tick before it
    run.take(tick(quarter(HORIZON + 5), quarter(20), 0, 1));
    assertThat(run.tombstones()).isEmpty();

    // when
    run.take(tagged(linked("b", quarter(HORIZON + 5), "Mio", CODE)));
    run.take(tick(quarter(HORIZON + 6), quarter(HORIZON + 5), 0, 1));

    // then
    assertThat(run.decisions())
        .filteredOn(
            decision ->
                decision.value() instanceof StoryEvent.Revised revised
                    && revised.bucket().equals(quarter(HORIZON + 5)))
        .singleElement()
        .satisfies(
            decision -> {
              var told = (StoryEvent.Revised) Objects.requireNonNull(decision.value());
              assertThat(told.posts()).extracting(StoryPost::id).containsExactly("b");
              assertThat(told.story()).as("ids are not used twice").isNotIn("sa", "sb");
            });
  }

  @Test
  void tombstonesStandBeforeTheirTick() {
    // when
    run.take(tick(HORIZON + 3, 0, 1));

    // then
    assertThat(run.decisions().getLast())
        .extracting(Decision::value)
        .isInstanceOf(StoryEvent.Ticked.class);
  }

  @Test
  void theWindowThatATickClosesOutlivesItHoweverLongTheClockStood() {
    // given
    run.take(tagged(linked("d", quarter(2), "Uli", "https://third.example/x")));

    // when
    run.take(tick(quarter(3 * HORIZON), quarter(2), 0, 1));

    // then
    assertThat(run.events(StoryEvent.Revised.class).getLast().story()).isEqualTo("sd");
    assertThat(run.tombstones()).isEmpty();
  }

  @Test
  void expiryGoesOnWhereASliceOrAKillInterruptedIt() {
    // given
    run.accept(tick(HORIZON + 3, 0, 1));
    run.commit();
    run.work(() -> false);
    run.commit();
    run.work(() -> false);
    run.kill();

    // when
    run.work(() -> true);
    run.commit();

    // then
    assertThat(run.tombstones()).hasSize(4).doesNotHaveDuplicates();
    assertThat(run.rows()).isEqualTo(run.ticks.size());
  }
}
