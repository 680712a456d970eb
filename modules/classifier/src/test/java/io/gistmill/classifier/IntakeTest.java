package io.gistmill.classifier;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Horizon;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");

  private final IntakeRig rig = new IntakeRig();

  @Test
  void aNewPostIsTaggedAndAdmittedAtTheLastTick() {
    rig.feed(tick(NOON));

    TaggedPost post = rig.tagged(posted("p1", "a mill and a wheel that turn"));

    assertThat(post.admitted()).isEqualTo(NOON);
    assertThat(post.revision()).isEqualTo(1);
    assertThat(post.language()).isEqualTo(Language.EN);
    assertThat(post.topics()).extracting(Tag::topic).containsExactly("mill", "wheel");
    assertThat(post.outcomes()).hasSize(1);
    assertThat(post.fingerprint().minHash()).hasSize(MinHash.LENGTH);
  }

  @Test
  void decisionsStandUnderThePostsIdAndTheTickKey() {
    List<Decision<TaggedEvent>> decisions = rig.feed(tick(NOON), posted("p1", "mill"));

    assertThat(decisions).extracting(Decision::key).containsExactly("tick", "p1");
    assertThat(decisions.getFirst().value())
        .isEqualTo(new TaggedEvent.Ticked(new PartitionTick(new Tick(NOON, null, true), 2, 4)));
  }

  @Test
  void thePostBeforeTheFirstTickIsInNoWindow() {
    TaggedPost post = rig.tagged(posted("p1", "mill"));

    assertThat(post.admitted()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void theSamePostAgainIsADuplicate() {
    rig.feed(tick(NOON), posted("p1", "mill"), tick(NOON.plus(Tick.QUARTER)));

    List<Decision<TaggedEvent>> decisions = rig.feed(posted("p1", "mill"));

    assertThat(decisions)
        .containsExactly(
            new Decision<>("p1", new TaggedEvent.Duplicate("p1", new Origin("test", 1L), NOON)));
  }

  @Test
  void otherContentIsAnEditThatKeepsItsWindow() {
    rig.feed(tick(NOON), posted("p1", "mill"), tick(NOON.plus(Tick.QUARTER)));

    TaggedPost second = rig.tagged(posted("p1", "wheel"));
    TaggedPost third = rig.tagged(posted("p1", "mill"));

    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.admitted()).isEqualTo(NOON);
    assertThat(second.topics()).extracting(Tag::topic).containsExactly("wheel");
    assertThat(third.revision()).isEqualTo(3);
  }

  @Test
  void aTickThatDoesNotGoForwardIsLeftOut() {
    rig.feed(tick(NOON));

    assertThat(rig.feed(tick(NOON), tick(NOON.minus(Tick.QUARTER)))).isEmpty();
    assertThat(rig.tagged(posted("p1", "mill")).admitted()).isEqualTo(NOON);
  }

  @Test
  void postsAreRememberedForAHorizonAndNoLonger() {
    rig.feed(tick(NOON), posted("p1", "mill"), posted("p2", "wheel"));

    rig.feed(tick(NOON.plus(Horizon.LENGTH)));
    boolean duplicate =
        rig.feed(posted("p1", "mill")).getFirst().value() instanceof TaggedEvent.Duplicate;
    Instant later = NOON.plus(Horizon.LENGTH).plus(Tick.QUARTER);
    rig.feed(tick(later));
    TaggedPost again = rig.tagged(posted("p1", "mill"));

    assertThat(duplicate).isTrue();
    assertThat(again.revision()).isEqualTo(1);
    assertThat(again.admitted()).isEqualTo(later);
    assertThat(rig.remembered()).isEqualTo(1);
  }

  @Test
  void forgettingIsDoneInSlicesAndNobodySeesHowFarItHasCome() {
    rig.feed(tick(NOON));
    for (int i = 0; i < 1_000; i++) {
      rig.feed(posted("p" + i, "mill"));
    }
    rig.accept(tick(NOON.plus(Horizon.LENGTH).plus(Tick.QUARTER)));

    boolean done = rig.work(() -> false);
    int left = rig.remembered();
    List<Decision<TaggedEvent>> last = rig.accept(posted("p999", "mill"));
    boolean doneAtLast = rig.work(() -> true);

    assertThat(done).isFalse();
    assertThat(left).isBetween(800, 999);
    assertThat(last.getFirst().value()).isInstanceOf(TaggedEvent.Tagged.class);
    assertThat(doneAtLast).isTrue();
    assertThat(rig.remembered()).isEqualTo(1);
    assertThat(rig.feed(posted("p999", "mill")).getFirst().value())
        .isInstanceOf(TaggedEvent.Duplicate.class);
  }

  /// Random posts, repeats, edits and jumping ticks; a disturbed run is killed at random moments,
  /// loses what it had not committed, and goes on from its last commit.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void killsAndSlicesChangeNothing(long seed) {
    List<PostEvent> events = events(new Random(seed));

    List<Decision<TaggedEvent>> calm = rig.feed(events);
    List<Decision<TaggedEvent>> disturbed =
        new IntakeRig().feedWithKills(events, new Random(seed + 1_000));

    assertThat(disturbed).as("seed %s", seed).isEqualTo(calm);
    assertThat(calm.stream().map(Decision::value))
        .as("seed %s has some of everything", seed)
        .hasAtLeastOneElementOfType(TaggedEvent.Tagged.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Duplicate.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Withdrawn.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Corrected.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Retagged.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Switched.class)
        .hasAtLeastOneElementOfType(TaggedEvent.Ticked.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void everyPostComesOutOnceAndInOrder(long seed) {
    List<PostEvent> events = events(new Random(seed));

    Iterator<Decision<TaggedEvent>> decisions = rig.feed(events).iterator();

    for (PostEvent event : events) {
      switch (event) {
        case PostEvent.Posted posted ->
            assertThat(decisions.next().key()).as("seed %s", seed).isEqualTo(posted.post().id());
        case PostEvent.Ticked ticked ->
            assertThat(decisions.next().value())
                .as("seed %s", seed)
                .isEqualTo(new TaggedEvent.Ticked(new PartitionTick(ticked.tick(), 2, 4)));
        case PostEvent.Backfilled backfilled ->
            assertThat(decisions.next().key())
                .as("seed %s", seed)
                .isEqualTo(backfilled.post().id());
        case PostEvent.Withdrawn withdrawn ->
            assertThat(decisions.next().key()).as("seed %s", seed).isEqualTo(withdrawn.postId());
        case PostEvent.Corrected corrected ->
            assertThat(decisions.next().key()).as("seed %s", seed).isEqualTo(corrected.postId());
        case PostEvent.Retagged retagged ->
            assertThat(decisions.next().key()).as("seed %s", seed).isEqualTo(retagged.post().id());
        case PostEvent.Switched _ ->
            assertThat(decisions.next().key()).as("seed %s", seed).isEqualTo("switch");
      }
    }
    assertThat(decisions.hasNext()).isFalse();
  }

  private static List<PostEvent> events(Random random) {
    var events = new ArrayList<PostEvent>();
    Instant now = NOON;
    for (int i = 0; i < 600; i++) {
      if (random.nextInt(10) == 0) {
        now = now.plus(Duration.ofDays(random.nextInt(4))).plus(Tick.QUARTER);
        events.add(tick(now));
      } else {
        events.add(event(random));
      }
    }
    return events;
  }

  private static PostEvent event(Random random) {
    String id = "p" + random.nextInt(60);
    String text = random.nextInt(4) == 0 ? "wheel" : "mill";
    return switch (random.nextInt(13)) {
      case 0 -> new PostEvent.Backfilled(TestPosts.post(id, text));
      case 1 -> new PostEvent.Withdrawn(id);
      case 2 -> new PostEvent.Corrected(id, List.of("wheel"), List.of());
      case 3 -> new PostEvent.Corrected(id, List.of(), List.of("wheel"));
      case 4 ->
          new PostEvent.Switched(
              random.nextBoolean()
                  ? WordClassifier.switchTo("2", "wheel")
                  : WordClassifier.switchTo("3", "wheel", "mill"));
      case 5 -> new PostEvent.Retagged(TestPosts.post(id, text), "set");
      default -> posted(id, text);
    };
  }
}
