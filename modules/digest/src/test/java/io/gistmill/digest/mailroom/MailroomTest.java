package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailroomTest {

  private static final Cadence MIDNIGHT = new Cadence.Daily(LocalTime.MIDNIGHT);

  private final Rig rig = new Rig();

  @Test
  void aDigestHoldsThePostsAdmittedInItsWindow() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T00:00:00Z", post("p1", "2023-12-01T00:00:00Z"));
    rig.story("s2", "2023-12-01T23:45:00Z", post("p2", "2023-12-01T23:45:00Z"));
    rig.story("s3", "2023-12-02T00:00:00Z", post("p3", "2023-12-02T00:00:00Z"));

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    Digest digest = rig.digests().getFirst();
    assertThat(digest.id()).isEqualTo("wei-all.20231202T0000Z");
    assertThat(digest.from()).isEqualTo("2023-12-01T00:00:00Z");
    assertThat(digest.cut()).isEqualTo("2023-12-02T00:00:00Z");
    assertThat(digest.items()).extracting(Digest.Item::story).containsExactly("s1", "s2");
  }

  @Test
  void theTickFollowsItsDigestsUnderItsOwnKey() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T00:00:00Z", post("p1", "2023-12-01T00:00:00Z"));

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.decisions())
        .extracting(Decision::key)
        .containsExactly("tick", "wei-all.20231202T0000Z", "tick");
    Instant instant = Instant.parse("2023-12-02T00:00:00Z");
    Tick tick = new Tick(instant, Instant.parse("2023-12-01T00:00:00Z"), true);
    assertThat(rig.decisions().getLast().value())
        .isEqualTo(new DigestEvent.Ticked(new PartitionTick(tick, 0, 1)));
  }

  @Test
  void waitsForItsCopyOfTheStories() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T00:00:00Z", post("p1", "2023-12-01T00:00:00Z"));
    Tick tick = tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z", true);
    rig.feed(new SubscriptionEvent.Ticked(tick));
    int before = rig.digests().size();

    rig.copy(new StoryEvent.Ticked(tick));
    rig.work(() -> true);
    rig.commit();

    assertThat(before).isZero();
    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void waitingIsNoWorkThatCouldBeDoneNow() {
    rig.accept(new SubscriptionEvent.Ticked(tick("2023-12-01T00:00:00Z", null, true)));

    boolean done = rig.work(() -> true);

    assertThat(done).isTrue();
  }

  @Test
  void aTickThatIsNotLaterIsIgnored() {
    rig.tick("2023-12-02T00:00:00Z", null);

    rig.tick("2023-12-02T00:00:00Z", null);
    rig.tick("2023-12-01T00:00:00Z", null);

    assertThat(rig.decisions()).hasSize(1);
    assertThat(rig.inbox.size()).isZero();
  }

  @Test
  void anEmptyWindowMakesNoDigest() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests()).isEmpty();
  }

  @Test
  void aNewSubscriptionStartsAtTheTickThatFollowsIt() {
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.story("s2", "2023-12-01T06:00:00Z", post("p2", "2023-12-01T06:00:00Z"));
    rig.tick("2023-12-01T05:45:00Z", null);
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T05:45:00Z");

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T06:00:00Z");

    Digest digest = rig.digests().getFirst();
    assertThat(digest.from()).isEqualTo("2023-12-01T06:00:00Z");
    assertThat(digest.items()).extracting(Digest.Item::story).containsExactly("s2");
  }

  @Test
  void anEndedSubscriptionIsCutAtTheTickThatEndsItAndNeverAgain() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.story("s2", "2023-12-02T05:00:00Z", post("p2", "2023-12-02T05:00:00Z"));

    rig.subscribe("wei");
    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");
    rig.tick("2023-12-03T00:00:00Z", "2023-12-02T00:00:00Z");

    assertThat(rig.digests()).extracting(Digest::id).containsExactly("wei-all.20231202T0000Z");
    assertThat(rig.subscriptions.size() + rig.subscribers.size() + rig.due.size()).isZero();
  }

  @Test
  void changedSettingsLeaveNoGapBetweenWindows() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-04T00:00:00Z", null);
    rig.story("s1", "2023-12-04T05:00:00Z", post("p1", "2023-12-04T05:00:00Z"));
    rig.tick("2023-12-05T00:00:00Z", "2023-12-04T00:00:00Z");
    rig.story("s2", "2023-12-05T05:00:00Z", post("p2", "2023-12-05T05:00:00Z"));
    Cadence weekly = new Cadence.Weekly(DayOfWeek.SATURDAY, LocalTime.NOON);

    rig.subscribe("wei", subscription("wei-all", "all", weekly, ZoneOffset.UTC, 10));
    rig.tick("2023-12-05T12:00:00Z", "2023-12-05T00:00:00Z");
    rig.tick("2023-12-10T00:00:00Z", "2023-12-05T12:00:00Z");

    Digest second = rig.digests().getLast();
    assertThat(second.from()).isEqualTo("2023-12-05T00:00:00Z");
    assertThat(second.cut()).isEqualTo("2023-12-09T12:00:00Z");
    assertThat(second.items()).extracting(Digest.Item::story).containsExactly("s2");
  }

  @Test
  void whatArrivesDuringATickWaitsForTheNext() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    Tick tick = tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z", true);
    rig.accept(new SubscriptionEvent.Ticked(tick));
    rig.accept(new SubscriptionEvent.Subscribed("wei", List.of()));

    rig.copy(new StoryEvent.Ticked(tick));
    rig.work(() -> true);
    rig.commit();

    assertThat(rig.digests()).hasSize(1);
    assertThat(rig.subscriptions.size()).isEqualTo(1);
  }

  @Test
  void everyWatchedCutIsMadeByCutAndThenById() {
    rig.subscribe("wei", daily("wei-b"), daily("wei-a"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.story("s2", "2023-12-02T05:00:00Z", post("p2", "2023-12-02T05:00:00Z"));

    rig.tick("2023-12-04T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests())
        .extracting(Digest::id)
        .containsExactly(
            "wei-a.20231202T0000Z",
            "wei-b.20231202T0000Z",
            "wei-a.20231203T0000Z",
            "wei-b.20231203T0000Z");
  }

  @Test
  void theCutsOfAnUnwatchedGapBecomeOneDigest() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.tick("2023-12-01T06:00:00Z", "2023-12-01T00:00:00Z");
    rig.story("s2", "2023-12-01T06:00:00Z", post("p2", "2023-12-01T06:00:00Z"));

    rig.tick(Instant.parse("2023-12-04T09:00:00Z"), Instant.parse("2023-12-01T06:00:00Z"), false);

    assertThat(rig.digests()).hasSize(1);
    Digest digest = rig.digests().getFirst();
    assertThat(digest.id()).isEqualTo("wei-all.20231204T0000Z");
    assertThat(digest.from()).isEqualTo("2023-12-01T00:00:00Z");
    assertThat(digest.items()).extracting(Digest.Item::story).containsExactly("s1", "s2");
  }

  @Test
  void cutsBeforeAnUnwatchedGapAreMadeEachForItself() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.story("s2", "2023-12-02T06:00:00Z", post("p2", "2023-12-02T06:00:00Z"));

    rig.tick(Instant.parse("2023-12-05T09:00:00Z"), Instant.parse("2023-12-02T12:00:00Z"), false);

    assertThat(rig.digests())
        .extracting(Digest::id)
        .containsExactly("wei-all.20231202T0000Z", "wei-all.20231205T0000Z");
  }

  @Test
  void aStretchOfYearsWithoutPostsCostsNoPieceOfWorkPerDay() {
    rig.subscribe("wei", daily("wei-all"));
    rig.tick("1990-01-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    Tick tick = tick("2023-12-03T00:00:00Z", "1990-01-01T00:00:00Z", true);
    rig.copy(new StoryEvent.Ticked(tick));
    rig.accept(new SubscriptionEvent.Ticked(tick));
    int[] pieces = {0};

    rig.work(() -> ++pieces[0] < 1_000);
    rig.commit();

    assertThat(pieces[0]).isLessThan(20);
    Digest digest = rig.digests().getFirst();
    assertThat(digest.from()).isEqualTo("2023-12-01T00:00:00Z");
    assertThat(digest.cut()).isEqualTo("2023-12-02T00:00:00Z");
  }

  @Test
  void aTopicsDigestHoldsPostsOfThatTopicAlone() {
    rig.subscribe(
        "wei",
        subscription("wei-moe", "moe", MIDNIGHT, ZoneOffset.UTC, 10),
        subscription("wei-other", "other", MIDNIGHT, ZoneOffset.UTC, 10));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story(
        "s1",
        "2023-12-01T05:00:00Z",
        post("p1", "2023-12-01T05:00:00Z").about("rag"),
        post("p2", "2023-12-01T05:00:00Z").about("rag", "moe"),
        post("p3", "2023-12-01T05:00:00Z").about());

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    assertThat(rig.digests()).extracting(MailroomTest::shown).containsExactly("p2", "p3");
  }

  @Test
  void whatIsNotShownIsCounted() {
    rig.subscribe("wei", subscription("wei-all", "all", MIDNIGHT, ZoneOffset.UTC, 2));
    rig.tick("2023-12-01T00:00:00Z", null);
    for (int i = 1; i <= 5; i++) {
      String bucket = "2023-12-01T0" + i + ":00:00Z";
      rig.story("s" + i, bucket, post("p" + i, bucket).score(i / 10.0));
    }

    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");

    Digest digest = rig.digests().getFirst();
    assertThat(digest.items()).extracting(Digest.Item::story).containsExactly("s5", "s4");
    assertThat(digest.more()).isEqualTo(3);
  }

  @Test
  void theHashSpeaksOfTheWordsAndNotOfTheReader() {
    rig.subscribe("wei", daily("wei-all"));
    rig.subscribe("ann", daily("ann-all"));
    rig.tick("2023-12-01T00:00:00Z", null);
    rig.story("s1", "2023-12-01T05:00:00Z", post("p1", "2023-12-01T05:00:00Z"));
    rig.tick("2023-12-02T00:00:00Z", "2023-12-01T00:00:00Z");
    rig.story("s2", "2023-12-02T05:00:00Z", post("p1", "2023-12-02T05:00:00Z").revision(2));

    rig.tick("2023-12-03T00:00:00Z", "2023-12-02T00:00:00Z");

    List<String> hashes = rig.digests().stream().map(Digest::contentHash).toList();
    assertThat(hashes).hasSize(4);
    assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
    assertThat(hashes.get(2)).isEqualTo(hashes.get(3)).isNotEqualTo(hashes.get(0));
  }

  @Test
  void cutsFollowTheWallClockOfTheSubscriber() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    rig.subscribe("wei", subscription("wei-all", "all", MIDNIGHT, berlin, 10));
    rig.tick("2024-03-29T23:00:00Z", null);
    rig.story("s1", "2024-03-30T12:00:00Z", post("p1", "2024-03-30T12:00:00Z"));
    rig.story("s2", "2024-03-31T12:00:00Z", post("p2", "2024-03-31T12:00:00Z"));

    rig.tick("2024-04-01T00:00:00Z", "2024-03-29T23:00:00Z");

    assertThat(rig.digests())
        .extracting(digest -> digest.cut().toString())
        .containsExactly("2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z");
  }

  private static String shown(Digest digest) {
    return digest.items().getFirst().posts().getFirst().id();
  }

  private static SamplePost post(String id, String admitted) {
    return SamplePost.of(id, Instant.parse(admitted));
  }

  private static Subscription daily(String id) {
    return subscription(id, "all", MIDNIGHT, ZoneOffset.UTC, 10);
  }

  private static Subscription subscription(
      String id, String route, Cadence cadence, ZoneId zone, int maxItems) {
    return new Subscription(id, id.substring(0, 3), route, cadence, zone, maxItems);
  }

  private static Tick tick(String instant, @Nullable String previous, boolean watched) {
    Instant before = previous == null ? null : Instant.parse(previous);
    return new Tick(Instant.parse(instant), before, watched);
  }
}
