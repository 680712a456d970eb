package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.edit;
import static io.gistmill.digest.desk.TestPosts.post;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Origin;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When posts are folded, in which bucket, and what stands before which tick.
class DeskOrderTest {

  private final DeskRun run = new DeskRun();

  @Test
  void writesNothingBeforeEveryPartitionHasTickedPastTheBucket() {
    // given
    run.take(tick(0, 0, 2));
    run.take(tick(0, 1, 2));
    run.take(tagged(post("a", quarter(0))));

    // when
    run.take(tick(1, 0, 2));

    // then
    assertThat(run.events(StoryEvent.Revised.class)).isEmpty();
    assertThat(ticksWritten()).containsExactly(quarter(0));
  }

  @Test
  void writesRevisionsOfABucketBeforeTheTickThatClosesIt() {
    // given
    run.take(tick(0, 0, 1));
    run.take(tagged(post("a", quarter(0))));

    // when
    run.take(tick(1, 0, 1));

    // then
    assertThat(run.decisions().stream().map(Decision::key))
        .containsExactly(StoryKeys.TICK, StoryKeys.revision(quarter(0), "sa"), StoryKeys.TICK);
    assertThat(run.events(StoryEvent.Revised.class).getFirst().bucket()).isEqualTo(quarter(0));
  }

  @Test
  void ignoresTicksThatDoNotMoveTheirPartitionForward() {
    // given
    run.take(tick(3, 0, 1));

    // when
    run.takeAll(List.of(tick(3, 0, 1), tick(2, 0, 1)));

    // then
    assertThat(ticksWritten()).containsExactly(quarter(3));
  }

  @Test
  void followsTheSlowestPartition() {
    // given
    run.takeAll(List.of(tick(0, 0, 2), tick(1, 0, 2), tick(2, 0, 2)));

    // when
    run.takeAll(List.of(tick(0, 1, 2), tick(1, 1, 2)));

    // then
    assertThat(ticksWritten()).containsExactly(quarter(0), quarter(1));
  }

  @Test
  void refusesAnotherNumberOfPartitions() {
    // given
    run.take(tick(0, 0, 2));

    // when
    Runnable changed = () -> run.accept(tick(0, 1, 3));

    // then
    assertThatThrownBy(changed::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("new generation of topics");
  }

  @Test
  void foldsPostsOfAJumpBucketByBucket() {
    // given
    run.take(tick(0, 0, 1));
    run.take(tagged(post("late", quarter(1))));
    run.take(tagged(post("early", quarter(0))));

    // when
    run.take(tick(9, 0, 1));

    // then
    assertThat(run.events(StoryEvent.Revised.class))
        .extracting(StoryEvent.Revised::story)
        .containsExactly("searly", "slate");
  }

  @Test
  void anEditStandsInTheBucketInWhichItCame() {
    // given
    TaggedPost first = post("a", quarter(0));
    run.takeAll(List.of(tick(0, 0, 1), tagged(first), tick(1, 0, 1), tick(2, 0, 1)));

    // when
    run.takeAll(List.of(tagged(edit(first)), tick(3, 0, 1)));

    // then
    StoryEvent.Revised revision = run.events(StoryEvent.Revised.class).getLast();
    assertThat(revision.bucket()).isEqualTo(quarter(2));
    assertThat(revision.story()).isEqualTo("sa");
    assertThat(revision.posts().getFirst().admitted()).isEqualTo(quarter(0));
    assertThat(revision.posts().getFirst().revision()).isEqualTo(2);
  }

  @Test
  void theBucketOfAnEditGoesByItsOwnPartitionEvenWhenOthersLag() {
    // given
    TaggedPost first = post("a", quarter(0));
    int own = Partitions.of("a", 2);
    int other = 1 - own;
    run.takeAll(List.of(tick(0, own, 2), tick(0, other, 2), tagged(first)));
    run.takeAll(List.of(tick(1, own, 2), tick(2, own, 2), tagged(edit(first))));

    // when
    run.takeAll(List.of(tick(1, other, 2), tick(2, other, 2), tick(3, own, 2), tick(3, other, 2)));

    // then
    assertThat(run.events(StoryEvent.Revised.class))
        .extracting(StoryEvent.Revised::bucket)
        .containsExactly(quarter(0), quarter(2));
  }

  @Test
  void anEditInTheSameBucketTakesThePlaceOfTheFirstVersion() {
    // given
    TaggedPost first = post("a", quarter(0));
    run.takeAll(List.of(tick(0, 0, 1), tagged(first), tagged(edit(first))));

    // when
    run.take(tick(1, 0, 1));

    // then
    assertThat(run.events(StoryEvent.Revised.class)).hasSize(1);
    assertThat(run.events(StoryEvent.Revised.class).getFirst().posts())
        .extracting(StoryPost::revision)
        .containsExactly(2);
  }

  @Test
  void aPostThatComesTooLateStandsInTheFirstOpenBucket() {
    // given
    run.takeAll(List.of(tick(0, 0, 1), tick(5, 0, 1)));

    // when
    run.takeAll(List.of(tagged(post("a", quarter(0))), tick(6, 0, 1)));

    // then
    assertThat(run.events(StoryEvent.Revised.class).getFirst().bucket()).isEqualTo(quarter(5));
  }

  @Test
  void repeatsChangeNothing() {
    // given
    run.takeAll(List.of(tick(0, 0, 1), tagged(post("a", quarter(0))), tick(1, 0, 1)));
    int rows = run.rows();

    // when
    run.takeAll(
        List.of(
            new TaggedEvent.Duplicate("a", new Origin("test", null), quarter(1)),
            tagged(post("a", quarter(0))),
            tick(2, 0, 1)));

    // then
    assertThat(run.events(StoryEvent.Revised.class)).hasSize(1);
    assertThat(run.rows()).isEqualTo(rows);
  }

  @Test
  void foldsByPublishedAndThenById() {
    // given
    run.take(tick(0, 0, 1));
    List<Integer> text = TestPosts.signature(1);
    List<TaggedPost> posts =
        List.of("c", "b", "d", "a").stream()
            .map(id -> TestPosts.alike(id, quarter(0), text))
            .toList();
    posts.forEach(post -> run.take(tagged(post)));

    // when
    run.take(tick(1, 0, 1));

    // then
    List<StoryPost> told = run.events(StoryEvent.Revised.class).getFirst().posts();
    assertThat(told)
        .hasSize(4)
        .isSortedAccordingTo(
            Comparator.comparing(StoryPost::published).thenComparing(StoryPost::id));
  }

  private List<Instant> ticksWritten() {
    return run.events(StoryEvent.Ticked.class).stream()
        .map(written -> written.tick().instant())
        .toList();
  }
}
