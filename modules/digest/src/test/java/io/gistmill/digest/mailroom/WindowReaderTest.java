package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.Story;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowReaderTest {

  private static final Instant FROM = Instant.parse("2023-12-01T00:00:00Z");
  private static final Instant CUT = Instant.parse("2023-12-02T00:00:00Z");

  private final Rig rig = new Rig();

  @Test
  void theNewestVersionBeforeTheCutWins() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1").score(0.1));
    rig.story("s1", "2023-12-01T06:00:00Z", post("p1").revision(2).score(0.2));

    Digest.Item item = items().getFirst();

    assertThat(item.posts()).containsExactly(ref("p1", "s1", "2023-12-01T06:00:00Z"));
    assertThat(item.score()).hasToString("0.2");
  }

  @Test
  void anEditFromTheCutOnIsNotSeen() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.story("s1", "2023-12-02T00:00:00Z", post("p1").revision(2));

    List<Digest.Item> items = items();

    assertThat(items.getFirst().posts()).containsExactly(ref("p1", "s1", "2023-12-01T05:00:00Z"));
  }

  @Test
  void aPostThatWasTakenBackBeforeTheCutIsGone() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"), post("p2"));
    rig.copy(withdrawn("s1", "2023-12-01T23:45:00Z", "p1"));

    List<Digest.Item> items = items();

    assertThat(items.getFirst().posts()).containsExactly(ref("p2", "s1", "2023-12-01T05:00:00Z"));
  }

  @Test
  void aStoryWhosePostsAreAllTakenBackIsGone() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.copy(withdrawn("s0", "2023-12-01T06:00:00Z", "p1"));

    List<Digest.Item> items = items();

    assertThat(items).isEmpty();
  }

  @Test
  void aWithdrawalFromTheCutOnIsNotSeen() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.copy(withdrawn("s1", "2023-12-02T00:00:00Z", "p1"));

    List<Digest.Item> items = items();

    assertThat(items).hasSize(1);
  }

  @Test
  void aPostThatComesAgainLongAfterItsWithdrawalIsSeen() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1"));
    rig.copy(withdrawn("s1", "2023-12-01T06:00:00Z", "p1"));
    rig.story("s2", "2023-12-01T07:00:00Z", post("p1"));

    List<Digest.Item> items = items();

    assertThat(items).extracting(Digest.Item::story).containsExactly("s2");
  }

  private static StoryEvent withdrawn(String story, String bucket, String post) {
    return new StoryEvent.Revised(story, Instant.parse(bucket), List.of(), List.of(post));
  }

  @Test
  void anEditOfAnEarlierPostBringsItIntoNoFurtherWindow() {
    SamplePost earlier = SamplePost.of("p1", FROM.minusSeconds(900)).revision(2);
    rig.story("s1", "2023-12-01T05:00:00Z", earlier);

    List<Digest.Item> items = items();

    assertThat(items).isEmpty();
  }

  @Test
  void chainsOfAliasesLeadToTheOldestStory() {
    rig.story("s3", "2023-12-01T05:00:00Z", post("p3").score(0.3));
    rig.story("s2", "2023-12-01T05:15:00Z", post("p2").score(0.2));
    rig.story("s1", "2023-12-01T05:30:00Z", post("p1").score(0.1));
    rig.copy(new StoryEvent.Aliased("s2", "s1", Instant.parse("2023-12-01T06:00:00Z")));
    rig.copy(new StoryEvent.Aliased("s3", "s2", Instant.parse("2023-12-01T05:45:00Z")));

    List<Digest.Item> items = items();

    assertThat(items).extracting(Digest.Item::story).containsExactly("s1");
    assertThat(items.getFirst().posts())
        .containsExactly(
            ref("p3", "s3", "2023-12-01T05:00:00Z"),
            ref("p2", "s2", "2023-12-01T05:15:00Z"),
            ref("p1", "s1", "2023-12-01T05:30:00Z"));
  }

  @Test
  void anAliasFromTheCutOnIsNotSeen() {
    rig.story("s2", "2023-12-01T05:00:00Z", post("p2"));
    rig.copy(new StoryEvent.Aliased("s2", "s1", CUT));

    List<Digest.Item> items = items();

    assertThat(items).extracting(Digest.Item::story).containsExactly("s2");
  }

  @Test
  void aliasesOfEarlierWindowsHold() {
    rig.story("s2", "2023-12-01T05:00:00Z", post("p2"));
    rig.copy(new StoryEvent.Aliased("s2", "s1", CUT.minus(Duration.ofDays(27))));

    List<Digest.Item> items = items();

    assertThat(items).extracting(Digest.Item::story).containsExactly("s1");
  }

  @Test
  void aWindowOfManyRevisionsIsReadInSeveralPieces() {
    for (int i = 0; i < 1_000; i++) {
      rig.story("s" + i, "2023-12-01T05:00:00Z", post("p" + i));
    }
    WindowReader reader = new WindowReader(rig.stories, new Window(FROM, CUT));
    int pieces = 1;

    while (!reader.readPiece()) {
      pieces++;
    }

    assertThat(pieces).isGreaterThan(3);
    assertThat(reader.posts(new KnownAliases(rig.aliases)).weight()).isEqualTo(1_001);
  }

  private List<Digest.Item> items() {
    WindowReader reader = new WindowReader(rig.stories, new Window(FROM, CUT));
    while (!reader.readPiece()) {
      assertThat(reader.window().cut()).isEqualTo(CUT);
    }
    Edition edition = reader.posts(new KnownAliases(rig.aliases)).edition(PostRules.of("all"));
    List<Story> stories = edition.stories().stream().map(RankedStory::story).toList();
    return new Issue(stories, 0, List.of()).items(KnownStories.NOTHING);
  }

  private static SamplePost post(String id) {
    return SamplePost.of(id, Instant.parse("2023-12-01T05:00:00Z"));
  }

  private static Digest.PostRef ref(String id, String story, String bucket) {
    return new Digest.PostRef(id, story, Instant.parse(bucket));
  }
}
