package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.backfilled;
import static io.gistmill.digest.desk.TestPosts.corrected;
import static io.gistmill.digest.desk.TestPosts.edit;
import static io.gistmill.digest.desk.TestPosts.linked;
import static io.gistmill.digest.desk.TestPosts.post;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static io.gistmill.digest.desk.TestPosts.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Partitions;
import io.gistmill.digest.desk.brief.Briefs;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent.Aliased;
import io.gistmill.domain.StoryEvent.Revised;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What corrections, withdrawals and backfilled posts change.
class DeskChangesTest {

  private static final int HORIZON = (int) Horizon.LENGTH.dividedBy(Tick.QUARTER);
  private static final String PAPER = "https://papers.example/abs/3105.00417";
  private static final String CODE = "https://code.example/loom/weft";

  private final DeskRun run = new DeskRun();
  private final TaggedPost a = linked("a", quarter(0), "Ola", PAPER);

  @BeforeEach
  void foldAPost() {
    run.takeAll(List.of(tick(0, 0, 1), tagged(a), tick(1, 0, 1)));
  }

  @Test
  void aCorrectionTellsThePostAnewWithOtherTopics() {
    // given
    StoryPost before = last().posts().getFirst();

    // when
    run.takeAll(List.of(corrected(a, 2, "rag", "moe"), tick(2, 0, 1)));

    // then
    assertThat(last().story()).isEqualTo("sa");
    assertThat(last().bucket()).isEqualTo(quarter(1));
    StoryPost after = last().posts().getFirst();
    assertThat(after.topics())
        .extracting(StoryPost.TopicShare::topic)
        .containsExactly("rag", "moe");
    assertThat(after.revision()).isEqualTo(2);
    assertThat(after.headline()).isEqualTo(before.headline());
    assertThat(after.admitted()).isEqualTo(before.admitted());
    assertThat(after.score()).isGreaterThan(before.score());
  }

  @Test
  void aCorrectionBehindAnEditOfItsBucketHoldsForTheEditsWords() {
    // given
    TaggedPost edit = edit(a);

    // when
    run.takeAll(List.of(tagged(edit), corrected(edit, 3, "rag"), tick(2, 0, 1)));

    // then
    assertThat(last().posts())
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.revision()).isEqualTo(3);
              assertThat(post.headline()).contains("version 2");
              assertThat(post.topics()).hasSize(1);
            });
  }

  @Test
  void anEditThatOvertookACorrectionKeepsItsOwnTopics() {
    // when
    run.takeAll(
        List.of(corrected(a, 2, "rag"), tagged(TestPosts.withRevision(a, 3)), tick(2, 0, 1)));

    // then
    assertThat(last().posts().getFirst().revision()).isEqualTo(3);
    assertThat(last().posts().getFirst().topics()).isEmpty();
  }

  @Test
  void aWithdrawalTakesThePostOutOfItsStory() {
    // when
    run.takeAll(List.of(withdrawn(a), tick(2, 0, 1)));

    // then
    List<StoryPost> said = List.of(Briefs.of(a).inShort());
    assertThat(last()).isEqualTo(new Revised("sa", quarter(1), List.of(), List.of("a"), said));
    assertThat(run.posts.size() + run.told.size() + run.links.size() + run.bands.size()).isZero();
  }

  @Test
  void aPostThatIsTakenBackInItsOwnBucketIsNotTold() {
    // given
    TaggedPost b = post("b", quarter(1));

    // when
    run.takeAll(List.of(tagged(b), withdrawn(b), tick(2, 0, 1)));

    // then
    assertThat(last()).isEqualTo(new Revised("sb", quarter(1), List.of(), List.of("b")));
  }

  @Test
  void aWithdrawnPostBringsNobodyTogetherAnyMore() {
    // given
    run.takeAll(List.of(withdrawn(a), tick(2, 0, 1)));

    // when
    run.takeAll(List.of(tagged(linked("b", quarter(2), "Mio", PAPER)), tick(3, 0, 1)));

    // then
    assertThat(last().story()).isEqualTo("sb");
  }

  @Test
  void aStoryGoesOnWithoutAWithdrawnPost() {
    // given
    run.takeAll(List.of(tagged(linked("b", quarter(1), "Mio", PAPER)), tick(2, 0, 1)));
    run.takeAll(List.of(withdrawn(a), tick(3, 0, 1)));

    // when
    run.takeAll(List.of(tagged(linked("c", quarter(3), "Ira", PAPER)), tick(4, 0, 1)));

    // then
    assertThat(last().story()).isEqualTo("sa");
    assertThat(last().posts()).extracting(StoryPost::id).containsExactly("c");
  }

  @Test
  void aPostThatJoinedStoriesAndIsGoneAtOnceLeavesThemTogether() {
    // given
    run.takeAll(List.of(tagged(linked("b", quarter(1), "Mio", CODE)), tick(2, 0, 1)));
    TaggedPost bridge = linked("c", quarter(2), "Ira", PAPER, CODE);

    // when
    run.takeAll(List.of(tagged(bridge), withdrawn(bridge), tick(3, 0, 1)));

    // then
    assertThat(run.events(Aliased.class)).containsExactly(new Aliased("sb", "sa", quarter(2)));
    assertThat(last()).isEqualTo(new Revised("sa", quarter(2), List.of(), List.of("c")));
  }

  /// The first story of a post is merged away in the bucket in which the post is edited and taken
  /// back: three rows of one post under two stories.
  @Test
  void aStoryThatLosesItsOnlyPostOfABucketTwiceIsNotWrittenEmpty() {
    // given
    TaggedPost b = linked("b", quarter(1), "Mio", CODE);
    TaggedPost bridge = linked("c", quarter(1), "Ira", PAPER, CODE);

    // when
    run.takeAll(List.of(tagged(b), tagged(bridge), withdrawn(b), tick(2, 0, 1)));

    // then
    assertThat(revisionsOf(quarter(1)))
        .allSatisfy(
            revised -> assertThat(revised.posts().size() + revised.withdrawn().size()).isPositive())
        .noneSatisfy(
            revised -> assertThat(revised.posts()).extracting(StoryPost::id).contains("b"));
    assertThat(revisionsOf(quarter(1)))
        .anySatisfy(revised -> assertThat(revised.withdrawn()).containsExactly("b"));
  }

  @Test
  void whatIsSaidOfUnknownPostsChangesNothing() {
    // given
    TaggedPost unknown = post("x", quarter(1));
    int rows = run.rows();

    // when
    run.takeAll(List.of(withdrawn(unknown), corrected(unknown, 1, "rag"), tick(2, 0, 1)));

    // then
    assertThat(revisionsOf(quarter(1))).isEmpty();
    assertThat(run.rows()).isEqualTo(rows);
  }

  @Test
  void whatIsSaidOfAPostBeyondTheHorizonChangesNothing() {
    // given a jump, at which expiry still goes by the tick before it
    run.take(tick(quarter(HORIZON + 5), quarter(20), 0, 1));

    // when
    run.takeAll(
        List.of(
            corrected(a, 2, "rag"),
            withdrawn(a),
            tick(quarter(HORIZON + 6), quarter(HORIZON + 5), 0, 1)));

    // then
    assertThat(revisionsOf(quarter(HORIZON + 5))).isEmpty();
  }

  @Test
  void aBackfilledPostIsFoldedWhenItCameAndAdmittedNever() {
    // given
    TaggedPost old = backfilled(linked("b", quarter(0), "Mio", PAPER));

    // when
    run.takeAll(List.of(tagged(old), tick(2, 0, 1)));

    // then
    assertThat(last().story()).isEqualTo("sa");
    assertThat(last().bucket()).isEqualTo(quarter(1));
    assertThat(last().posts().getFirst().admitted()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aBackfilledPostFallsIntoTheBucketOfItsOwnPartition() {
    // given two partitions, of which the other lags
    var two = new DeskRun();
    String id = idOf(1);
    two.takeAll(List.of(tick(0, 0, 2), tick(0, 1, 2), tick(1, 1, 2), tick(2, 1, 2)));

    // when
    two.take(tagged(backfilled(post(id, quarter(0)))));
    two.takeAll(List.of(tick(1, 0, 2), tick(2, 0, 2), tick(3, 0, 2), tick(3, 1, 2)));

    // then
    assertThat(two.events(Revised.class))
        .singleElement()
        .extracting(Revised::bucket)
        .isEqualTo(quarter(2));
  }

  @Test
  void inTheEndOnlyTheTicksAreLeft() {
    // given
    TaggedPost old = backfilled(post("b", quarter(1)));
    run.takeAll(List.of(tagged(old), corrected(a, 2, "rag"), tick(2, 0, 1)));
    run.takeAll(
        List.of(withdrawn(TestPosts.withRevision(a, 2)), corrected(old, 2, "moe"), tick(3, 0, 1)));

    // when
    run.take(tick(HORIZON + 10, 0, 1));
    run.take(tick(HORIZON + 11, 0, 1));

    // then
    assertThat(run.tombstones()).hasSize(5).doesNotHaveDuplicates();
    assertThat(run.rows()).isEqualTo(run.ticks.size());
  }

  private Revised last() {
    return run.events(Revised.class).getLast();
  }

  private List<Revised> revisionsOf(Instant bucket) {
    return run.events(Revised.class).stream()
        .filter(revised -> revised.bucket().equals(bucket))
        .toList();
  }

  private static String idOf(int partition) {
    int number = 0;
    while (Partitions.of("p" + number, 2) != partition) {
      number++;
    }
    return "p" + number;
  }
}
