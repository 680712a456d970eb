package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What subscribers may wish for: when a digest is made and when none is.
class MailroomWishesTest {

  private static final Cadence MIDNIGHT = new Cadence.Daily(LocalTime.MIDNIGHT);
  private static final Cadence MONDAYS = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT);
  private static final Cadence QUARTERS = new Cadence.QuarterHourly();
  private static final Preferences EMPTY_TOO = new Preferences(null, 0, true, false);
  private static final Preferences PAUSED = new Preferences(null, 0, true, true);
  private static final List<Channel> MAIL = List.of(Channel.EMAIL);

  private final Rig rig = new Rig();

  @Test
  void aNewSubscriptionBeginsWithTheDayBeforeItsFirstTick() {
    rig.tick("2023-12-01T05:45:00Z", null);
    story("s1", "2023-11-30T05:45:00Z");
    story("s2", "2023-11-30T06:00:00Z");
    story("s3", "2023-12-01T05:45:00Z");
    story("s4", "2023-12-01T06:00:00Z");
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, MAIL));

    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");
    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T06:00:00Z");

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly(
            "2023-11-30T06:00:00Z 2023-12-01T06:00:00Z s2 s3",
            "2023-12-01T06:00:00Z 2023-12-02T00:00:00Z s4");
  }

  @Test
  void aFirstDigestStandsBeforeTheTickThatMadeItDue() {
    rig.tick("2023-12-01T05:45:00Z", null);
    story("s1", "2023-12-01T05:45:00Z");
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, MAIL));

    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");

    assertThat(rig.decisions())
        .extracting(decision -> decision.key())
        .containsExactly("tick", "wei-all.20231201T0600Z", "tick");
  }

  @Test
  void aWeeklySubscriptionBeginsWithTheWeekBefore() {
    story("s1", "2023-11-24T06:00:00Z");
    rig.tick("2023-12-01T05:45:00Z", null);
    rig.subscribe("wei", wish(MONDAYS, Preferences.NONE, MAIL));

    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly("2023-11-24T06:00:00Z 2023-12-01T06:00:00Z s1");
  }

  @Test
  void quartersPagesAndPausesBeginWithNothing() {
    story("s1", "2023-12-01T05:45:00Z");
    rig.tick("2023-12-01T05:45:00Z", null);
    rig.subscribe("quarters", wish(QUARTERS, Preferences.NONE, MAIL));
    rig.subscribe("pages", wish("pages-all", MIDNIGHT, Preferences.NONE, List.of()));
    rig.subscribe("paused", wish("paused-all", MIDNIGHT, PAUSED, MAIL));

    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");

    assertThat(rig.digests()).isEmpty();
  }

  @Test
  void aChangeOfASubscriptionBringsNoFirstDigest() {
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, List.of()));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T00:00:00Z");
    rig.subscribe("wei", wish(MONDAYS, Preferences.NONE, MAIL));

    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests()).isEmpty();
  }

  @Test
  void aFirstDigestIsMadeOnceHoweverOftenItsTickIsTakenUpAgain() {
    rig.tick("2023-12-01T05:45:00Z", null);
    story("s1", "2023-12-01T05:45:00Z");
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, MAIL));
    Tick tick = watched("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");
    rig.copy(new StoryEvent.Ticked(tick));
    rig.accept(new SubscriptionEvent.Ticked(tick));
    rig.commit();
    boolean done = false;

    // Ever longer runs, each of them killed and done again.
    for (int pieces = 1; !done; pieces++) {
      worked(pieces);
      rig.kill();
      done = worked(pieces);
      rig.commit();
    }

    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void anHourOrZoneThatChangesNeitherLosesNorRepeats() {
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, List.of()));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T12:00:00Z");
    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");
    story("s2", "2023-12-02T00:00:00Z");
    story("s3", "2023-12-02T09:00:00Z");
    rig.subscribe(
        "wei",
        new Subscription(
            "wei-all",
            "wei",
            "all",
            new Cadence.Daily(LocalTime.of(18, 0)),
            ZoneId.of("Asia/Kathmandu"),
            10));

    rig.tick("2023-12-02T09:15:00Z", "2023-12-02T00:00:00Z");
    rig.tick("2023-12-03T12:15:00Z", "2023-12-02T09:15:00Z");

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly(
            "2023-12-01T00:00:00Z 2023-12-02T00:00:00Z s1",
            "2023-12-02T00:00:00Z 2023-12-02T12:15:00Z s2 s3");
  }

  @Test
  void aQuarterIsCutWhereThereIsNewsForItsReader() {
    rig.subscribe("wei", wish(QUARTERS, EMPTY_TOO, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T00:30:00Z", post("p1", "2023-12-01T00:30:00Z").about("moe"));
    story("s2", "2023-12-01T00:45:00Z");

    rig.tick("2023-12-01T01:30:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly("2023-12-01T00:45:00Z 2023-12-01T01:00:00Z s2");
  }

  @Test
  void theQuartersOfAnUnwatchedGapBecomeOneDigest() {
    rig.subscribe("wei", wish(QUARTERS, Preferences.NONE, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T00:00:00Z");
    story("s2", "2023-12-01T00:15:00Z");

    rig.tick(Instant.parse("2023-12-04T00:00:00Z"), Instant.parse("2023-12-01T00:00:00Z"), false);

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly("2023-12-01T00:00:00Z 2023-12-04T00:00:00Z s1 s2");
  }

  @Test
  void threeDaysWithoutAnyClockGiveOneDigestByEachWay() {
    rig.subscribe("wei", wish(MIDNIGHT, EMPTY_TOO, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    int before = rig.digests().size();
    story("s1", "2023-12-01T00:00:00Z");

    rig.tick(Instant.parse("2023-12-04T09:00:00Z"), Instant.parse("2023-12-01T00:00:00Z"), false);

    assertThat(rig.digests()).hasSize(before + 1);
    assertThat(window(rig.digests().getLast()))
        .isEqualTo("2023-12-01T00:00:00Z 2023-12-04T00:00:00Z s1");
    assertThat(rig.digests().getLast().subscription().channels()).isEqualTo(MAIL);
  }

  @Test
  void threeWatchedDaysGiveEachDigestInOrder() {
    rig.subscribe("wei", wish(MIDNIGHT, EMPTY_TOO, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    int before = rig.digests().size();
    story("s1", "2023-12-02T00:00:00Z");

    rig.tick("2023-12-04T09:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests().subList(before, before + 3))
        .extracting(MailroomWishesTest::window)
        .containsExactly(
            "2023-12-01T00:00:00Z 2023-12-02T00:00:00Z",
            "2023-12-02T00:00:00Z 2023-12-03T00:00:00Z s1",
            "2023-12-03T00:00:00Z 2023-12-04T00:00:00Z");
  }

  @Test
  void aDigestWithoutStoriesIsMadeForWhoAskedForIt() {
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, MAIL));
    rig.subscribe("ada", wish("ada-all", MIDNIGHT, EMPTY_TOO, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests())
        .extracting(Digest::id)
        .containsExactly("ada-all.20231201T0000Z", "ada-all.20231202T0000Z");
  }

  @Test
  void aPauseMakesNoDigestsAndItsEndMakesUpForNone() {
    rig.subscribe("wei", wish(MIDNIGHT, PAUSED, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T05:00:00Z");
    story("s2", "2023-12-03T05:00:00Z");
    rig.tick("2023-12-03T12:00:00Z", "2023-12-01T00:00:00Z");
    rig.subscribe("wei", wish(MIDNIGHT, Preferences.NONE, MAIL));

    rig.tick("2023-12-03T12:15:00Z", "2023-12-03T12:00:00Z");
    rig.tick("2023-12-04T00:00:00Z", "2023-12-03T12:15:00Z");

    assertThat(rig.digests())
        .extracting(MailroomWishesTest::window)
        .containsExactly("2023-12-03T00:00:00Z 2023-12-04T00:00:00Z s2");
  }

  @Test
  void aYearOfPauseCostsAPieceOrTwo() {
    rig.subscribe("wei", wish(MIDNIGHT, PAUSED, MAIL));
    rig.tick("2023-12-01T00:00:00Z", null);
    Tick tick = watched("2024-12-01T00:00:00Z", "2023-12-01T00:00:00Z");
    rig.copy(new StoryEvent.Ticked(tick));
    rig.accept(new SubscriptionEvent.Ticked(tick));
    int[] pieces = {0};

    rig.work(() -> ++pieces[0] < 1_000);

    assertThat(pieces[0]).isLessThan(10);
  }

  @Test
  void aFilterThatIsNotReadAnyMoreHidesNothing() {
    var filter = new Selection(List.of(), List.of(), "a AND", List.of(), List.of(), List.of());
    rig.subscribe("wei", selecting(filter));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T05:00:00Z");

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void aMutedStoryStaysMutedUnderTheNameOfAnOlderOne() {
    var muted = new Selection(List.of(), List.of(), "", List.of(), List.of(), List.of("s2"));
    rig.subscribe("wei", selecting(muted));
    rig.tick("2023-12-01T00:00:00Z", null);
    story("s1", "2023-12-01T05:00:00Z");
    story("s2", "2023-12-01T05:00:00Z");
    story("s3", "2023-12-01T05:00:00Z");
    rig.copy(new StoryEvent.Aliased("s2", "s1", Instant.parse("2023-12-01T06:00:00Z")));

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests().getFirst().items())
        .extracting(Digest.Item::story)
        .containsExactly("s3");
  }

  @Test
  void whatAMutedAuthorToldLeavesTheRestOfTheStory() {
    var muted =
        new Selection(List.of("rag"), List.of(), "", List.of("feed"), List.of("@mo"), List.of());
    rig.subscribe("wei", selecting(muted));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story(
        "s1",
        "2023-12-01T05:00:00Z",
        post("p1", "2023-12-01T05:00:00Z").by("Mo").about("rag").score(0.9),
        post("p2", "2023-12-01T05:00:00Z").by("lin").about("moe").score(0.3),
        post("p3", "2023-12-01T05:00:00Z").by("ada").about("moe").from("feed"));

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    Digest.Item item = rig.digests().getFirst().items().getFirst();
    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("p2");
    assertThat(item.score()).hasToString("0.3");
  }

  private boolean worked(int pieces) {
    int[] left = {pieces};
    return rig.work(() -> --left[0] > 0);
  }

  private static String window(Digest digest) {
    var text = new StringBuilder(digest.from() + " " + digest.cut());
    digest.items().forEach(item -> text.append(' ').append(item.story()));
    return text.toString();
  }

  private void story(String id, String bucket) {
    rig.story(id, bucket, post("post-" + id, bucket));
  }

  private static SamplePost post(String id, String admitted) {
    return SamplePost.of(id, Instant.parse(admitted));
  }

  private static Tick watched(String instant, String previous) {
    return new Tick(Instant.parse(instant), Instant.parse(previous), true);
  }

  private static Subscription wish(
      Cadence cadence, Preferences preferences, List<Channel> channels) {
    return wish("wei-all", cadence, preferences, channels);
  }

  private static Subscription wish(
      String id, Cadence cadence, Preferences preferences, List<Channel> channels) {
    Selection rag = new Selection(List.of("rag"), List.of(), "", List.of(), List.of(), List.of());
    return new Subscription(
        id, "wei", "all", cadence, ZoneOffset.UTC, 10, rag, preferences, channels);
  }

  private static Subscription selecting(Selection selection) {
    return new Subscription(
        "wei-all", "wei", "all", MIDNIGHT, ZoneOffset.UTC, 10, selection, null, List.of());
  }
}
