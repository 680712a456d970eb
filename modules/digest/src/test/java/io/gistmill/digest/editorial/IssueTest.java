package io.gistmill.digest.editorial;

import static io.gistmill.digest.editorial.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssueTest {

  private static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));

  @Test
  void theBestPostLeads() {
    Digest.Item item = only(KnownStories.NOTHING, News.of("a").score(0.2), News.of("b").score(0.9));

    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("b", "a");
  }

  @Test
  void whoWroteATextLeadsAndWhoPassesItOnComesLast() {
    News copy = News.of("b").score(0.9).copyOf("a");
    News stranger = News.of("d").score(0.3).copyOf("elsewhere");

    Digest.Item item =
        only(KnownStories.NOTHING, copy, News.of("c").score(0.1), News.of("a"), stranger);

    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("a", "d", "c", "b");
    assertThat(Objects.requireNonNull(item.why()).lead()).hasToString("0.5");
  }

  @Test
  void ofEqualPostsTheOlderLeadsAndThenTheSmallerId() {
    News older = News.of("d").at(NOON.minusSeconds(60));

    Digest.Item item = only(KnownStories.NOTHING, News.of("c"), News.of("b"), older);

    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("d", "b", "c");
  }

  @Test
  void eachFurtherAuthorAddsALittle() {
    News[] posts = {News.of("a").by("mo"), News.of("b").by("lin"), News.of("c").by("lin")};

    Digest.Item item = only(KnownStories.NOTHING, posts);

    assertThat(item.score()).hasToString("0.55");
  }

  @Test
  void aCrowdCountsUpToABound() {
    News[] crowd = IntStream.range(0, 40).mapToObj(i -> News.of("p" + i)).toArray(News[]::new);

    Digest.Item item = only(KnownStories.NOTHING, crowd);

    assertThat(item.score()).hasToString("0.75");
  }

  @Test
  void storiesStandByScoreThenAgeThenId() {
    var stories = new TreeMap<String, List<News>>();
    stories.put("z", List.of(News.of("a").score(0.9)));
    stories.put("y", List.of(News.of("b")));
    stories.put("x", List.of(News.of("c")));
    stories.put("w", List.of(News.of("d").at(NOON.minusSeconds(60))));

    Issue issue = Issue.of(Ranked.of(stories), KnownStories.NOTHING, 9, false);

    assertThat(issue.stories()).extracting(Story::id).containsExactly("z", "w", "x", "y");
  }

  @Test
  void aStoryThatWasShownAndIsToldAgainByTheSameAuthorIsARepeat() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"));

    // when
    Issue issue = issue(shown, News.of("b").by("mo"));

    // then
    assertThat(issue.stories()).isEmpty();
    assertThat(issue.repeated(9)).extracting(Digest.Item::story).containsExactly("s");
  }

  @Test
  void anotherAuthorWhoPassesTheTextOnTellsNothingNew() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"));

    // when
    Issue issue = issue(shown, News.of("b").by("lin").copyOf("a"));

    // then
    assertThat(issue.stories()).isEmpty();
  }

  @Test
  void aTextPassedOnFromAPostThatWasNeverShownIsNewOnlyOnce() {
    // given
    KnownStories shown = shown(News.of("b").by("lin").copyOf("a"));

    // when
    Issue issue = issue(shown, News.of("c").by("ada").copyOf("a"));

    // then
    assertThat(issue.stories()).isEmpty();
  }

  @Test
  void anotherAuthorInOtherWordsMakesItAnUpdateWithWhatIsNewFirst() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"), News.of("a2").by("ada"));
    News same = News.of("b").by("mo").score(0.9);
    News news = News.of("c").by("lin").score(0.4);

    // when
    Digest.Item item = only(shown, same, news);

    // then
    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("c", "b");
    assertThat(item.known()).isEqualTo(new Digest.Known(YESTERDAY, 2, 1));
  }

  @Test
  void anUpdateIsWorthThreeQuartersOfWhatIsNewInIt() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"));

    // when
    Digest.Item item = only(shown, News.of("b").by("mo").score(0.9), News.of("c").score(0.4));

    // then
    assertThat(item.score()).hasToString("0.3");
    assertThat(item.why()).hasToString("Why[lead=0.4, sources=0, update=-0.1, moved=0]");
  }

  @Test
  void aStoryIsKnownByTheIdThatItHasNow() {
    // given
    var page = new ShownPage(YESTERDAY, List.of(story("young", News.of("a").by("mo"))));
    var shown = new KnownStories(List.of(page), id -> id.equals("young") ? "s" : id);

    // when
    Issue issue = issue(shown, News.of("b").by("mo"));

    // then
    assertThat(issue.stories()).isEmpty();
  }

  @Test
  void thePartsOfAScoreAreItsSum() {
    Digest.Item item = only(shown(News.of("a")), News.of("b").score(0.7), News.of("c").score(0.3));

    Digest.Why why = Objects.requireNonNull(item.why());
    assertThat(why.lead().plus(why.sources()).plus(why.update())).isEqualTo(item.score());
  }

  @Test
  void whatAnotherDigestShowedIsMarkedWithItsFirstDay() {
    // given
    Issue issue = issue(KnownStories.NOTHING, News.of("b"));
    Instant dayBefore = YESTERDAY.minus(Duration.ofDays(1));
    var pages =
        List.of(
            new ShownPage(dayBefore, List.of(story("s", News.of("a")))),
            new ShownPage(YESTERDAY, List.of(story("s", News.of("b")))));

    // when
    List<Digest.Item> items = issue.items(new KnownStories(pages, UnaryOperator.identity()));

    // then
    assertThat(items).extracting(Digest.Item::seen).containsExactly(dayBefore);
  }

  @Test
  void whatWasShownOnceIsNeverShownAgainOverManyDaysUnlessItGrows() {
    // given
    News[] first = {News.of("a").by("mo")};
    KnownStories afterFirst = shown(first);
    ShownPage second = issue(afterFirst, News.of("b").by("lin")).page(NOON);
    var afterSecond =
        new KnownStories(
            List.of(new ShownPage(YESTERDAY, List.of(story("s", first))), second),
            UnaryOperator.identity());

    // when
    Issue third = issue(afterSecond, News.of("c").by("lin"), News.of("d").by("mo"));

    // then
    assertThat(third.stories()).isEmpty();
  }

  @Test
  void anUpdateStandsWhereItsScorePutsIt() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"));
    var stories = new TreeMap<String, List<News>>();
    stories.put("s", List.of(News.of("b").score(0.8)));
    stories.put("t", List.of(News.of("c").score(0.7)));
    stories.put("u", List.of(News.of("d").score(0.5)));

    // when
    Issue issue = Issue.of(Ranked.of(stories), shown, 9, false);

    // then
    assertThat(issue.stories()).extracting(Story::id).containsExactly("t", "s", "u");
  }

  @Test
  void whatDoesNotFitIsCountedAndRepeatsAreNot() {
    // given
    KnownStories shown = shown(News.of("a").by("mo"));
    var stories = new TreeMap<String, List<News>>();
    stories.put("s", List.of(News.of("b").by("mo")));
    IntStream.range(0, 8).forEach(i -> stories.put("t" + i, List.of(News.of("c" + i))));

    // when
    Issue issue = Issue.of(Ranked.of(stories), shown, 3, false);

    // then
    assertThat(issue.stories()).hasSize(3);
    assertThat(issue.more()).isEqualTo(5);
    assertThat(issue.repeats()).hasSize(1);
  }

  /// In every order of what is new, grown and repeated, the issue is what a plain sort gives.
  @Test
  void anIssueIsThatOfAPlainSortOverAllStories() {
    for (int seed = 0; seed < 100; seed++) {
      // given
      var random = new SplittableRandom(seed);
      var before = new TreeMap<String, List<News>>();
      var stories = new TreeMap<String, List<News>>();
      for (int i = 0; i < 100; i++) {
        stories.put("s" + i, List.of(drawn("p" + i, random), drawn("q" + i, random)));
        if (random.nextInt(3) == 0) {
          before.put("s" + i, List.of(drawn("b" + i, random)));
        }
      }
      List<ShownStory> told =
          before.entrySet().stream()
              .map(story -> ShownStory.of(Weighing.fresh(story.getKey(), story.getValue())))
              .toList();
      var page = new ShownPage(YESTERDAY, told);
      var shown = new KnownStories(List.of(page), UnaryOperator.identity());

      // when
      Issue part = Issue.of(Ranked.of(stories), shown, 7, false);

      // then
      Issue whole = Issue.of(Ranked.of(stories), shown, 1_000, false);
      assertThat(whole.stories()).as("seed %d", seed).isSortedAccordingTo(Story.BEST_FIRST);
      assertThat(whole.stories().size() + whole.repeats().size()).isEqualTo(100);
      assertThat(part).as("seed %d", seed).isEqualTo(whole.first(7));
    }
  }

  private static News drawn(String id, SplittableRandom random) {
    return News.of(id).by("author" + random.nextInt(3)).score(random.nextInt(20) / 20.0);
  }

  private static KnownStories shown(News... posts) {
    var page = new ShownPage(YESTERDAY, List.of(story("s", posts)));
    return new KnownStories(List.of(page), UnaryOperator.identity());
  }

  private static ShownStory story(String id, News... posts) {
    return ShownStory.of(Weighing.fresh(id, List.of(posts)));
  }

  private static Issue issue(KnownStories shown, News... posts) {
    return Issue.of(Ranked.of(Map.of("s", List.of(posts))), shown, 9, false);
  }

  private static Digest.Item only(KnownStories shown, News... posts) {
    return issue(shown, posts).items(KnownStories.NOTHING).getFirst();
  }
}
