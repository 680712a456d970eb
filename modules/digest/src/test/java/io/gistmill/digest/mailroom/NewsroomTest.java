package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.Footer;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a reader is told from day to day and from week to week.
class NewsroomTest {

  private static final Instant START = Instant.parse("2023-12-04T00:00:00Z");
  private static final String LINK = "https://gistmill.example/" + "x".repeat(120);
  private static final Cadence MIDNIGHT = new Cadence.Daily(LocalTime.MIDNIGHT);
  private static final Cadence MONDAYS = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT);

  private final Rig rig = new Rig();
  private int days;

  @Test
  void aStoryIsToldOnceAndAgainOnlyWhenItGrows() {
    // given
    begin(daily());
    day(story("s1", post("p1").by("mo")));
    day(story("s1", post("p2").by("mo")), story("s2", post("q1")));

    // when
    day(story("s1", post("p3").by("lin")));

    // then
    assertThat(rig.digests())
        .extracting(digest -> digest.items().stream().map(Digest.Item::story).toList())
        .containsExactly(List.of("s1"), List.of("s2"), List.of("s1"));
    assertThat(last().items().getFirst().known()).isEqualTo(new Digest.Known(at(1), 1, 1));
    assertThat(rig.digests().get(1).repeats()).extracting(Digest.Item::story).containsExactly("s1");
  }

  @Test
  void aDayOfNothingButRepeatsMakesNoDigest() {
    // given
    begin(daily());
    day(story("s1", post("p1").by("mo")));

    // when
    day(story("s1", post("p2").by("mo")));

    // then
    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void sourcesThatNameNoAuthorsAreToldApart() {
    // given
    begin(daily());
    day(story("s1", post("p1").by("").from("times")));
    day(story("s1", post("p2").by("").from("times")));

    // when
    day(story("s1", post("p3").by("").from("post")));

    // then
    assertThat(rig.digests()).hasSize(2);
    assertThat(last().items().getFirst().known()).isEqualTo(new Digest.Known(at(1), 1, 1));
  }

  @Test
  void anEditOfTheLeadIsNoGrowth() {
    // given
    begin(daily());
    SamplePost lead = post("p1").by("mo");
    day(story("s1", lead));

    // when
    day(story("s1", lead.revision(2)));

    // then
    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void aStoryThatDidNotFitIsNewWhenItIsShownAtLast() {
    // given
    begin(most(1, daily()));
    day(story("s1", post("p1").score(0.9)), story("s2", post("q1").by("mo").score(0.1)));

    // when
    day(story("s2", post("q2").by("mo")));

    // then
    assertThat(last().items().getFirst().story()).isEqualTo("s2");
    assertThat(last().items().getFirst().known()).isNull();
  }

  @Test
  void whatAMailHasNoRoomForIsNotShownAndComesAsNewAnotherDay() {
    // given
    begin(reader("mo-all", "mo", MIDNIGHT, 200));
    day(flood(100));
    Digest first = last();

    // when
    day(flood(100));

    // then
    Digest mailed = rig.digests().getLast();
    assertThat(first.items()).hasSizeBetween(20, 60);
    assertThat(first.more()).isEqualTo(100 - first.items().size());
    assertThat(mailed.items()).extracting(Digest.Item::known).containsOnlyNulls();
    assertThat(stories(mailed)).doesNotContainAnyElementsOf(stories(first));
    assertThat(mailed.repeats()).hasSize(20);
  }

  @Test
  void everyStoryOfADigestStandsInItsMailAndNoneIsLost() {
    // given
    begin(reader("mo-all", "mo", MIDNIGHT, 200), weekly());
    for (int i = 0; i < 7; i++) {
      day(flood(100));
    }
    var renderer = new DigestRenderer();
    var pages = new DigestPages(new StoryLookup(rig.stories), slug -> slug);

    for (Digest digest : rig.digests()) {
      // when
      DigestPage page =
          renderer.fitForMail(pages.page(digest).withFooter(new Footer(LINK, LINK, LINK))).page();

      // then
      assertThat(page.stories()).hasSameSizeAs(digest.items());
    }
    List<String> daily =
        rig.digests().stream()
            .filter(digest -> digest.week() == null)
            .flatMap(digest -> stories(digest).stream())
            .toList();
    assertThat(daily).hasSize(100).doesNotHaveDuplicates();
    assertThat(last().week()).isNotNull();
  }

  @Test
  void whatGoesByNoMailHasRoomForAll() {
    // given
    begin(reader("mo-all", "mo", MIDNIGHT, 200).by(List.of(Channel.WEBHOOK)));

    // when
    day(flood(100));

    // then
    assertThat(last().items()).hasSize(100);
  }

  private StoryEvent[] flood(int stories) {
    return IntStream.range(0, stories)
        .mapToObj(number -> story("s" + number, lengthy("p" + number + "-" + days)))
        .toArray(StoryEvent[]::new);
  }

  private SamplePost lengthy(String id) {
    return post(id).by("mo").naming().about("rag", "moe", "a-topic-with-a-long-name".repeat(2));
  }

  private static List<String> stories(Digest digest) {
    return digest.items().stream().map(Digest.Item::story).toList();
  }

  @Test
  void aStoryThatBecamePartOfAnotherStaysKnown() {
    // given
    begin(daily());
    day(story("young", post("p1").by("mo")));
    rig.copy(new StoryEvent.Aliased("young", "old", at(days).plusSeconds(900)));

    // when
    day(story("old", post("p2").by("mo")));

    // then
    assertThat(rig.digests()).hasSize(1);
  }

  @Test
  void anAliasStaysKnownWhenTheCopyHasLostIt() {
    // given
    begin(daily());
    day(story("young", post("p1").by("mo")));
    var alias = new StoryEvent.Aliased("young", "old", at(days).plusSeconds(900));
    rig.copy(alias);
    day(story("other", post("q1")));
    rig.stories.delete(StoryKeys.of(alias));

    // when
    day(story("old", post("p2").by("mo")));

    // then
    assertThat(rig.digests()).hasSize(2);
  }

  @Test
  void afterTheHorizonAStoryIsNewAgain() {
    // given
    begin(daily());
    day(story("s1", post("p1").by("mo")));
    days += (int) Horizon.LENGTH.toDays() + 1;

    // when
    day(story("s1", post("p2").by("mo")));

    // then
    assertThat(last().items().getFirst().known()).isNull();
  }

  @Test
  void whatNoRuleCanReachIsForgotten() {
    // given
    begin(daily());
    day(story("s1", post("p1").by("mo")));
    days += (int) ShownDigests.KEPT.toDays() + 1;

    // when
    day(story("s2", post("p2").by("mo")));

    // then
    assertThat(rig.pages.size()).isEqualTo(1);
    assertThat(rig.issued.size()).isEqualTo(1);
  }

  @Test
  void readersOfTheSameShareWhatTheyWereShown() {
    // given
    rig.subscribe("mo", daily());
    rig.subscribe("wei", reader("wei-daily", "wei", MIDNIGHT));
    tick();

    // when
    day(story("s1", post("p1")));

    // then
    assertThat(rig.issued.size()).isEqualTo(2);
    assertThat(rig.pages.size()).isEqualTo(1);
  }

  @Test
  void whoLeavesIsForgotten() {
    // given
    begin(daily());
    day(story("s1", post("p1")));

    // when
    rig.subscribe("mo");
    day();

    // then
    assertThat(rig.issued.size()).isZero();
  }

  @Test
  void minutesOfReadingEndADigest() {
    // given
    begin(inMinutes(1, daily()));

    // when
    day(
        IntStream.range(0, 40)
            .mapToObj(i -> story("s" + i, post("p" + i)))
            .toArray(StoryEvent[]::new));

    // then
    int shown = last().items().size();
    assertThat(shown).isBetween(10, 16);
    assertThat(last().more()).isEqualTo(40 - shown);
  }

  @Test
  void whatLedAndWasTakenBackIsToldInTheNextDigest() {
    // given
    begin(daily());
    day(story("s1", post("p1")));

    // when
    day(takenBack("s1", "p1"), story("s2", post("q1")));

    // then
    var said = new Digest.PostRef("p1", "s1", bucket());
    assertThat(last().corrections())
        .containsExactly(new Digest.Correction("mo-daily.20231205T0000Z", at(1), "s1", said));
  }

  @Test
  void aDayWithoutADigestLeavesItToTheNext() {
    // given
    begin(daily());
    day(story("s1", post("p1")));
    day(takenBack("s1", "p1"));

    // when
    day(story("s2", post("q1")));

    // then
    assertThat(rig.digests()).hasSize(2);
    assertThat(last().corrections()).extracting(Digest.Correction::story).containsExactly("s1");
    assertThat(rig.owed.size()).isZero();
  }

  @Test
  void whatIsTakenBackIsToldOnce() {
    // given
    begin(daily());
    day(story("s1", post("p1")));
    day(takenBack("s1", "p1"), story("s2", post("q1")));

    // when
    day(story("s3", post("r1")));

    // then
    assertThat(last().corrections()).isEmpty();
  }

  @Test
  void aWeekMarksWhatItsReaderGotByDay() {
    // given
    begin(daily(), weekly());
    day(story("s1", post("p1")));
    day(story("s2", post("p2").score(0.1)));

    // when
    restOfWeek();

    // then
    assertThat(last().subscription().id()).isEqualTo("mo-weekly");
    assertThat(last().items()).extracting(Digest.Item::seen).containsExactly(at(1), at(2));
  }

  @Test
  void aWeekThatOnlyPagesShowMarksNothing() {
    // given
    begin(
        new Subscription("e-daily", "e", "all", MIDNIGHT, ZoneOffset.UTC, 9),
        new Subscription("e-weekly", "e", "all", MONDAYS, ZoneOffset.UTC, 9));
    day(story("s1", post("p1")));

    // when
    restOfWeek();

    // then
    assertThat(last().items()).extracting(Digest.Item::seen).containsOnlyNulls();
  }

  @Test
  void aWeekTellsItsTrendsOnceThereIsAWeekBeforeIt() {
    // given
    begin(weekly());
    quietWeek();

    // when
    for (int i = 0; i < 6; i++) {
      day(story("new" + i, post("new" + i).naming("glimmer/2")), quiet(i));
    }
    restOfWeek();

    // then
    Week before = Objects.requireNonNull(rig.digests().getFirst().week());
    Week week = Objects.requireNonNull(last().week());
    assertThat(before.trends()).isEmpty();
    assertThat(week.trends()).extracting(Week.Trend::name).containsExactly("glimmer/2");
    assertThat(week.before()).containsExactly(60);
  }

  @Test
  void aWeekWithoutPostsIsTheWeekBeforeAllTheSame() {
    // given
    begin(weekly());
    quietWeek();
    emptyWeek();

    // when
    day(quiet(1));
    restOfWeek();

    // then
    Week week = Objects.requireNonNull(last().week());
    assertThat(week.before()).containsExactly(60, 0);
    assertThat(week.topics()).extracting(Week.TopicCount::before).containsOnly(0);
  }

  @Test
  void aWeekOfNothingButRepeatsIsTheWeekBeforeAllTheSame() {
    // given
    begin(weekly());
    day(story("s1", post("p1").by("mo")));
    restOfWeek();
    day(story("s1", post("p2").by("mo")), story("s1", post("p3").by("mo")));
    restOfWeek();

    // when
    day(quiet(1));
    restOfWeek();

    // then
    assertThat(rig.digests()).hasSize(2);
    assertThat(Objects.requireNonNull(last().week()).before()).hasSize(2);
  }

  @Test
  void someDaysAreComparedWithNoWeek() {
    // given
    tick();
    days += 4;
    tick();
    rig.copy(story("s1", post("p1")));
    days++;
    begin(weekly());

    // when
    day(quiet(1));
    restOfWeek();
    Week rest = Objects.requireNonNull(last().week());
    quietWeek();
    Week next = Objects.requireNonNull(last().week());
    quietWeek();
    Week later = Objects.requireNonNull(last().week());

    // then
    assertThat(rig.digests()).hasSize(4);
    assertThat(rest.before()).isEmpty();
    assertThat(next.before()).isEmpty();
    assertThat(later.before()).containsExactly(60);
  }

  @Test
  void aFirstWeekThatBeginsWithItsFirstPostIsAWeek() {
    // given
    rig.subscribe("e", new Subscription("e-weekly", "e", "all", MONDAYS, ZoneOffset.UTC, 9));
    Instant morning = at(0).plus(Duration.ofHours(9));
    rig.tick(morning, null, true);
    rig.copy(new StoryEvent.Revised("s1", morning, SamplePost.posts(SamplePost.of("p1", morning))));
    emptyWeek();

    // when
    day(quiet(1));
    restOfWeek();

    // then
    assertThat(Objects.requireNonNull(last().week()).before()).containsExactly(1);
  }

  private void emptyWeek() {
    day();
    restOfWeek();
  }

  @Test
  void aDayHasNoWeek() {
    // given
    begin(daily());

    // when
    day(story("s1", post("p1")));

    // then
    assertThat(last().week()).isNull();
  }

  private void quietWeek() {
    for (int i = 0; i < 7; i++) {
      day(
          IntStream.range(0, i < 4 ? 15 : 0)
              .mapToObj(number -> quiet(number))
              .toArray(StoryEvent[]::new));
    }
  }

  private StoryEvent quiet(int number) {
    String id = "quiet" + days + "-" + number;
    return story("s" + id, post(id));
  }

  private void restOfWeek() {
    while (days % 7 != 0) {
      day();
    }
  }

  private void begin(Subscription... subscriptions) {
    rig.subscribe(subscriptions[0].subscriber(), subscriptions);
    tick();
  }

  /// One day with stories in its second quarter-hour.
  private void day(StoryEvent... stories) {
    for (StoryEvent event : stories) {
      rig.copy(event);
    }
    days++;
    tick();
  }

  private void tick() {
    Instant previous = days == 0 ? null : at(days - 1);
    rig.tick(at(days), previous, true);
  }

  private StoryEvent story(String story, SamplePost... posts) {
    return new StoryEvent.Revised(story, at(days).plusSeconds(900), SamplePost.posts(posts));
  }

  private StoryEvent takenBack(String story, String post) {
    return new StoryEvent.Revised(
        story, at(days).plusSeconds(900), List.of(), List.of(post), SamplePost.posts(post(post)));
  }

  private Instant bucket() {
    return at(days - 1).plusSeconds(900);
  }

  private SamplePost post(String id) {
    return SamplePost.of(id, at(days).plusSeconds(900));
  }

  private static Instant at(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private Digest last() {
    return rig.digests().getLast();
  }

  private static Subscription daily() {
    return new Subscription("mo-daily", "mo", "all", MIDNIGHT, ZoneOffset.UTC, 50);
  }

  private static Subscription weekly() {
    return reader("mo-weekly", "mo", MONDAYS);
  }

  /// One that goes out; begun in the middle of nothing, its first digest is empty.
  private static Subscription reader(String id, String subscriber, Cadence cadence) {
    return reader(id, subscriber, cadence, 50);
  }

  private static Subscription reader(String id, String subscriber, Cadence cadence, int items) {
    return new Subscription(id, subscriber, "all", cadence, ZoneOffset.UTC, items)
        .by(List.of(Channel.EMAIL));
  }

  private static Subscription most(int items, Subscription like) {
    return new Subscription(
        like.id(), like.subscriber(), like.route(), like.cadence(), like.zone(), items);
  }

  private static Subscription inMinutes(int minutes, Subscription like) {
    return new Subscription(
        like.id(),
        like.subscriber(),
        like.route(),
        like.cadence(),
        like.zone(),
        like.maxItems(),
        null,
        new Preferences(null, minutes, false, false),
        List.of());
  }
}
