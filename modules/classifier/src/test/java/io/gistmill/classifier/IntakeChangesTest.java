package io.gistmill.classifier;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.ImpossibleEventException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a post after it came, or before.
class IntakeChangesTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final Instant LATER = NOON.plus(Tick.QUARTER);

  private final IntakeRig rig = new IntakeRig();

  @BeforeEach
  void noon() {
    rig.feed(tick(NOON));
  }

  @Test
  void aBackfilledPostIsInNoWindowAndSoAreItsEdits() {
    TaggedPost first = rig.tagged(backfilled("p1", "mill"));
    TaggedPost second = rig.tagged(posted("p1", "wheel"));

    assertThat(first.admitted()).isEqualTo(Instant.EPOCH);
    assertThat(first.topics()).extracting(Tag::topic).containsExactly("mill");
    assertThat(second.admitted()).isEqualTo(Instant.EPOCH);
    assertThat(second.revision()).isEqualTo(2);
  }

  @Test
  void aPostThatCameBothWaysIsADuplicate() {
    rig.feed(backfilled("p1", "mill"), posted("p2", "mill"));

    TaggedEvent first = rig.answer(posted("p1", "mill")).event();
    TaggedEvent second = rig.answer(backfilled("p2", "mill")).event();

    assertThat(first)
        .isEqualTo(new TaggedEvent.Duplicate("p1", new Origin("test", 1L), Instant.EPOCH));
    assertThat(second).isEqualTo(new TaggedEvent.Duplicate("p2", new Origin("test", 1L), NOON));
  }

  @Test
  void aBackfilledPostIsRememberedForAHorizonFromItsArrival() {
    rig.feed(backfilled("p1", "mill"), tick(NOON.plus(Horizon.LENGTH)));

    TaggedEvent within = rig.answer(posted("p1", "mill")).event();
    rig.feed(tick(LATER.plus(Horizon.LENGTH)));
    TaggedPost beyond = rig.tagged(posted("p1", "mill"));

    assertThat(within).isInstanceOf(TaggedEvent.Duplicate.class);
    assertThat(beyond.admitted()).isEqualTo(LATER.plus(Horizon.LENGTH));
    assertThat(rig.remembered()).isEqualTo(1);
  }

  @Test
  void aWithdrawnPostStaysAwayWhateverComes() {
    rig.feed(posted("p1", "mill"), tick(LATER));

    TaggedEvent withdrawn = rig.answer(withdrawn("p1")).event();
    TaggedEvent same = rig.answer(posted("p1", "mill")).event();
    TaggedEvent edit = rig.answer(posted("p1", "wheel")).event();
    TaggedEvent again = rig.answer(withdrawn("p1")).event();
    TaggedEvent corrected = rig.answer(corrected("p1", List.of("wheel"), List.of())).event();

    assertThat(withdrawn).isEqualTo(new TaggedEvent.Withdrawn("p1", NOON, 2));
    assertThat(same).isEqualTo(new TaggedEvent.Duplicate("p1", new Origin("test", 1L), NOON));
    assertThat(edit).isEqualTo(same);
    assertThat(again).isEqualTo(withdrawn);
    assertThat(corrected).isEqualTo(withdrawn);
  }

  @Test
  void aWithdrawalMayComeBeforeItsPost() {
    TaggedEvent withdrawn = rig.answer(withdrawn("p1")).event();
    TaggedEvent post = rig.answer(posted("p1", "mill")).event();

    assertThat(withdrawn).isEqualTo(new TaggedEvent.Withdrawn("p1", NOON, 1));
    assertThat(post).isInstanceOf(TaggedEvent.Duplicate.class);
  }

  @Test
  void aWithdrawalHoldsForAHorizonFromItself() {
    Instant almost = NOON.plus(Horizon.LENGTH).minus(Tick.QUARTER);
    rig.feed(posted("p1", "mill"), tick(almost), withdrawn("p1"));
    rig.feed(tick(almost.plus(Horizon.LENGTH)));

    TaggedEvent within = rig.answer(posted("p1", "mill")).event();
    rig.feed(tick(almost.plus(Horizon.LENGTH).plus(Tick.QUARTER)));
    TaggedPost beyond = rig.tagged(posted("p1", "mill"));

    assertThat(within).isInstanceOf(TaggedEvent.Duplicate.class);
    assertThat(beyond.revision()).isEqualTo(1);
  }

  @Test
  void aCorrectionTellsAllTopicsThatThePostHasNow() {
    rig.feed(posted("p1", "mill"));

    TaggedEvent event = rig.answer(corrected("p1", List.of("wheel"), List.of())).event();

    var mill = new Tag("mill", Fixed.of(0.8), "words@1", List.of());
    var wheel = new Tag("wheel", Fixed.ONE, "correction", List.of());
    assertThat(event).isEqualTo(new TaggedEvent.Corrected("p1", NOON, 2, List.of(wheel, mill)));
  }

  @Test
  void correctionsAddUpAndTheLaterWins() {
    rig.feed(posted("p1", "mill"), corrected("p1", List.of("wheel"), List.of("mill")));

    TaggedEvent second = rig.answer(corrected("p1", List.of("mill"), List.of())).event();
    TaggedEvent third = rig.answer(corrected("p1", List.of(), List.of("wheel"))).event();

    assertThat(topics(second)).containsExactly("mill", "wheel");
    assertThat(topics(third)).containsExactly("mill");
    assertThat(((TaggedEvent.Corrected) third).revision()).isEqualTo(4);
  }

  @Test
  void aCorrectionHoldsForLaterEdits() {
    rig.feed(posted("p1", "mill"), corrected("p1", List.of("wheel"), List.of("mill")));

    TaggedPost edit = rig.tagged(posted("p1", "mill, edited"));

    assertThat(edit.revision()).isEqualTo(3);
    assertThat(edit.topics()).extracting(Tag::topic).containsExactly("wheel");
    assertThat(edit.outcomes()).as("what the classifiers said stays").hasSize(1);
  }

  @Test
  void aCorrectionMayComeBeforeItsPost() {
    TaggedEvent early = rig.answer(corrected("p1", List.of("wheel"), List.of("mill"))).event();
    rig.feed(tick(LATER));
    TaggedPost post = rig.tagged(posted("p1", "mill"));

    assertThat(early).isInstanceOf(TaggedEvent.Corrected.class);
    assertThat(post.revision()).isEqualTo(1);
    assertThat(post.admitted()).isEqualTo(LATER);
    assertThat(post.topics()).extracting(Tag::topic).containsExactly("wheel");
  }

  @Test
  void aPostCorrectedBeforeItCameIsRememberedFromItsOwnArrival() {
    Instant almost = NOON.plus(Horizon.LENGTH);
    rig.feed(corrected("p1", List.of("wheel"), List.of()), tick(almost), posted("p1", "mill"));
    rig.feed(tick(almost.plus(Tick.QUARTER)));

    TaggedEvent again = rig.answer(posted("p1", "mill")).event();

    assertThat(again).isInstanceOf(TaggedEvent.Duplicate.class);
  }

  @Test
  void aCorrectionThatWasSentTwiceTellsNothingTwice() {
    rig.feed(posted("p1", "mill"));

    Answer first = rig.answer(corrected("p1", List.of("wheel"), List.of()));
    Answer second = rig.answer(corrected("p1", List.of("wheel"), List.of()));

    assertThat(second.event()).isEqualTo(first.event());
    assertThat(first.streams()).containsExactly("all", "mill", "wheel");
    assertThat(second.streams()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-     | -     | adds and removes nothing; name at least one topic",
        "rye   | -     | names topics that do not exist: rye; known are: mill, wheel",
        "-     | rye   | names topics that do not exist: rye; known are: mill, wheel",
        "wheel | wheel | both adds and removes wheel; keep one of the two",
      })
  void anImpossibleCorrectionIsRefusedAndChangesNothing(String added, String removed, String why) {
    rig.feed(posted("p1", "mill"));
    PostEvent impossible = corrected("p1", listOf(added), listOf(removed));

    assertThatThrownBy(() -> rig.accept(impossible))
        .isInstanceOf(ImpossibleEventException.class)
        .hasMessage("the correction of post p1 " + why);
    assertThat(rig.tagged(posted("p1", "mill, edited")).revision()).isEqualTo(2);
  }

  @Test
  void whatChangesAPostIsForAllWhoFollowTopicsThatItHadOrHas() {
    assertThat(rig.answer(posted("p1", "mill")).streams()).containsExactly("all", "mill");
    assertThat(rig.answer(posted("p1", "wheel")).streams()).containsExactly("all", "mill", "wheel");
    assertThat(rig.answer(corrected("p1", List.of(), List.of("wheel"))).streams())
        .containsExactly("all", "other", "wheel");
    assertThat(rig.answer(withdrawn("p1")).streams()).containsExactly("all", "other");
    assertThat(rig.answer(withdrawn("p1")).streams()).isEmpty();
    assertThat(rig.answer(posted("p1", "mill")).streams()).isEmpty();
    assertThat(rig.answer(withdrawn("p2")).streams()).isEmpty();
    assertThat(rig.answer(tick(LATER)).streams()).isEmpty();
  }

  @Test
  void aSwitchHoldsFromThereOnAndAfterARestart() {
    rig.feed(posted("p1", "mill and rye"));

    TaggedEvent switched = rig.answer(new PostEvent.Switched(rye())).event();
    TaggedPost after = rig.tagged(posted("p2", "mill and rye"));
    rig.restart();
    TaggedPost restarted = rig.tagged(posted("p3", "mill and rye"));

    assertThat(switched).isEqualTo(new TaggedEvent.Switched(rye()));
    assertThat(after.topics())
        .containsExactlyElementsOf(restarted.topics())
        .extracting(Tag::topic, Tag::classifier)
        .containsExactly(tuple("rye", "words@2"));
  }

  @Test
  void correctionsKnowTheTopicsOfTheSwitch() {
    rig.feed(posted("p1", "mill"), new PostEvent.Switched(rye()));

    TaggedEvent corrected = rig.answer(corrected("p1", List.of("rye"), List.of("mill"))).event();

    assertThat(topics(corrected)).containsExactly("rye");
    assertThatThrownBy(() -> rig.accept(corrected("p1", List.of("wheel"), List.of())))
        .hasMessageEndingWith("known are: rye");
  }

  @Test
  void onlyTopicsThatAreKnownNowHaveStreams() {
    rig.feed(posted("p1", "mill"), new PostEvent.Switched(rye()));

    assertThat(rig.answer(posted("p2", "rye")).streams()).containsExactly("all", "rye");
    assertThat(rig.answer(withdrawn("p1")).streams()).containsExactly("all");
  }

  @Test
  void aSwitchThatCannotBeUsedStopsAndChangesNothing() {
    var unknown = new PostEvent.Switched(new ClassifierSwitch("stones", "1", "", new TreeMap<>()));

    assertThatThrownBy(() -> rig.accept(unknown)).isInstanceOf(IllegalArgumentException.class);
    rig.restart();
    assertThat(rig.tagged(posted("p1", "mill")).topics()).hasSize(1);
  }

  @Test
  void aPostIsTaggedAgainInItsWindowAndNobodyWhoFollowsTopicsIsTold() {
    rig.feed(posted("p1", "mill and rye"), tick(LATER), new PostEvent.Switched(rye()));

    Answer answer = rig.answer(retagged("p1", "mill and rye"));

    TaggedPost post = ((TaggedEvent.Retagged) answer.event()).post();
    assertThat(post.topics())
        .extracting(Tag::topic, Tag::classifier)
        .containsExactly(tuple("rye", "words@2"));
    assertThat(post.outcomes()).extracting(Outcome::classifier).containsExactly("words@2");
    assertThat(post.admitted()).isEqualTo(NOON);
    assertThat(post.revision()).isEqualTo(2);
    assertThat(answer.streams()).isEmpty();
  }

  @Test
  void whatReadersCorrectedStaysWhenAPostIsTaggedAgain() {
    rig.feed(posted("p1", "mill and rye"), corrected("p1", List.of("wheel"), List.of("mill")));
    rig.feed(new PostEvent.Switched(rye()), retagged("p1", "mill and rye"));

    TaggedPost edit = rig.tagged(posted("p1", "rye, edited"));

    assertThat(edit.topics()).extracting(Tag::topic).containsExactly("wheel", "rye");
    assertThat(edit.revision()).isEqualTo(4);
  }

  @Test
  void taggingAgainTwiceChangesNothingMore() {
    rig.feed(posted("p1", "mill and rye"), new PostEvent.Switched(rye()));

    TaggedEvent first = rig.answer(retagged("p1", "mill and rye")).event();
    TaggedEvent second = rig.answer(retagged("p1", "mill and rye")).event();
    TaggedEvent repeat = rig.answer(posted("p1", "mill and rye")).event();

    assertThat(second).isEqualTo(first);
    assertThat(repeat).isInstanceOf(TaggedEvent.Duplicate.class);
  }

  @Test
  void onlyTheNewestVersionOfARememberedPostIsTaggedAgain() {
    rig.feed(posted("p1", "mill"), posted("p1", "mill, edited"), posted("p2", "mill"));
    rig.feed(withdrawn("p2"));

    assertThat(rig.answer(retagged("p1", "mill")).event())
        .isInstanceOf(TaggedEvent.Duplicate.class);
    assertThat(rig.answer(retagged("p2", "mill")).event())
        .isInstanceOf(TaggedEvent.Duplicate.class);
    assertThat(rig.answer(retagged("p3", "mill")).event())
        .isInstanceOf(TaggedEvent.Duplicate.class);
    assertThat(rig.tagged(posted("p3", "mill")).revision()).isEqualTo(1);
  }

  @Test
  void whoFollowsTheTopicThatAPostHadBeforeItWasTaggedAgainHearsWhatComesOfIt() {
    rig.feed(posted("p1", "rye and wheel"), posted("p2", "rye and mill"));
    rig.feed(new PostEvent.Switched(rye()), retagged("p1", "rye and wheel"));
    rig.feed(retagged("p2", "rye and mill"));
    rig.feed(new PostEvent.Switched(WordClassifier.switchTo("3", "mill", "rye", "wheel")));
    rig.restart();
    Answer withdrawn = rig.answer(withdrawn("p1"));
    Answer edited = rig.answer(posted("p2", "rye, edited"));
    Answer again = rig.answer(withdrawn("p2"));

    assertThat(withdrawn.streams()).containsExactly("all", "wheel");
    assertThat(edited.streams()).containsExactly("all", "mill", "rye");
    assertThat(again.streams()).containsExactly("all", "rye");
  }

  private static PostEvent retagged(String id, String text) {
    return new PostEvent.Retagged(TestPosts.post(id, text), "set");
  }

  private static ClassifierSwitch rye() {
    return WordClassifier.switchTo("2", "rye");
  }

  private static List<String> topics(TaggedEvent event) {
    return ((TaggedEvent.Corrected) event).topics().stream().map(Tag::topic).toList();
  }

  private static PostEvent backfilled(String id, String text) {
    return new PostEvent.Backfilled(TestPosts.post(id, text));
  }

  private static PostEvent withdrawn(String id) {
    return new PostEvent.Withdrawn(id);
  }

  private static PostEvent corrected(String id, List<String> added, List<String> removed) {
    return new PostEvent.Corrected(id, added, removed);
  }

  private static List<String> listOf(@Nullable String slug) {
    return slug == null ? List.of() : List.of(slug);
  }
}
