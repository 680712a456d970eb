package io.gistmill.digest.editorial;

import static io.gistmill.digest.editorial.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Week;
import io.gistmill.domain.Week.Kind;
import io.gistmill.domain.Week.Running;
import io.gistmill.domain.Week.TopicCount;
import io.gistmill.domain.Week.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeekInReviewTest {

  private static final String OLD_COUNTS =
      """
      {"posts": 100, "topics": {"rag": 100}, "names": {"java": 2}}""";

  private static final List<WeekCounts> QUIET_WEEKS =
      List.of(quietWeek(), quietWeek(), quietWeek());

  @Test
  void aNameThatNobodyUsedBeforeIsATrendWithItsPostsBehindIt() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(week("new", 8, "rag").stream().map(post -> post.naming("glimmer/2")).toList());

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    Trend trend = week.trends().getFirst();
    assertThat(trend.name()).isEqualTo("glimmer/2");
    assertThat(trend.kind()).isEqualTo(Kind.NAME);
    assertThat(trend.posts()).isEqualTo(8);
    assertThat(trend.before()).containsExactly(0, 0, 0);
    assertThat(trend.evidence()).extracting(Digest.PostRef::id).hasSize(Trends.EVIDENCE);
  }

  @Test
  void aTopicThatTripledIsATrend() {
    // given
    List<News> posts = week(70, "rag");
    posts.addAll(week("m", 30, "moe"));

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).extracting(Trend::name).containsExactly("moe");
    assertThat(week.topics())
        .containsExactly(new TopicCount("rag", 70, 90), new TopicCount("moe", 30, 10));
  }

  @Test
  void aWeekLikeTheOthersHasNoTrend() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(week("m", 12, "moe"));

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).isEmpty();
  }

  @Test
  void twicePostsOfEverythingIsNoTrend() {
    // given
    List<News> posts = week(180, "rag");
    posts.addAll(week("m", 20, "moe"));

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).isEmpty();
  }

  @Test
  void oneAuthorAloneMakesNoTrend() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(
        week("new", 20, "rag").stream().map(post -> post.by("mo").naming("glimmer/2")).toList());

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).isEmpty();
  }

  @Test
  void oneTextThatWentRoundMakesNoTrend() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(
        week("new", 20, "rag").stream()
            .map(post -> post.naming("glimmer/2").copyOf("new0"))
            .toList());

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).isEmpty();
  }

  @Test
  void theNamesOfOneAffairAreOneTrend() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(
        week("new", 8, "rag").stream()
            .map(post -> post.naming("glimmer/2", "glimmer labs"))
            .toList());

    // when
    Week week = week(posts, QUIET_WEEKS);

    // then
    assertThat(week.trends()).hasSize(1);
  }

  @Test
  void theFirstWeekHasNothingToCompareWith() {
    // given
    List<News> posts = week("new", 40, "moe");

    // when
    Week week = week(posts, List.of());

    // then
    assertThat(week.trends()).isEmpty();
    assertThat(week.before()).isEmpty();
    assertThat(week.topics()).containsExactly(new TopicCount("moe", 40, 0));
  }

  @Test
  void storiesToldOnThreeDaysOrMoreRanLong() {
    // given
    var stories = new TreeMap<String, List<News>>();
    stories.put("long", List.of(onDay("a", 1), onDay("b", 3), onDay("c", 4), onDay("d", 4)));
    stories.put("short", List.of(onDay("e", 1), onDay("f", 1), onDay("g", 2)));

    // when
    Week week = WeekInReview.of(NOON, stories, counts(stories), List.of());

    // then
    assertThat(week.running()).containsExactly(new Running("long", 3, 4, onDay("c", 4).ref()));
  }

  @Test
  void aWeekKeepsCountsOfAllNames() {
    // given
    List<News> posts =
        List.of(News.of("a").naming("x", "y"), News.of("b").naming("x"), News.of("c").naming("z"));

    // when
    WeekCounts counts = WeekCounts.of(posts);

    // then
    assertThat(counts.names())
        .containsExactly(Map.entry("x", 2), Map.entry("y", 1), Map.entry("z", 1));
    assertThat(counts.rest()).isZero();
  }

  @Test
  void aNameThatEachWeekHadOnceWasThereBefore() {
    // given
    List<News> posts = week(90, "rag");
    posts.addAll(week("new", 20, "rag").stream().map(post -> post.naming("python")).toList());

    // when
    Week week = week(posts, List.of(weekNaming("python"), weekNaming("python")));

    // then
    assertThat(week.trends().getFirst().before()).containsExactly(1, 1);
  }

  @Test
  void ofAWeekThatHadTooManyNamesItIsNotSaidThatANameWasNotThere() {
    // given
    var names = IntStream.rangeClosed(0, WeekCounts.MOST_NAMES).mapToObj(i -> "name" + i).toList();
    List<News> posts = week(90, "rag");
    posts.addAll(week("new", 20, "rag").stream().map(post -> post.naming("python")).toList());

    // when
    Week week = week(posts, List.of(weekNaming(names.toArray(String[]::new)), quietWeek()));

    // then
    assertThat(week.trends()).extracting(Trend::name).containsExactly("python");
    assertThat(week.trends().getFirst().before()).isEmpty();
  }

  @Test
  void countsThatLeftOutNamesOfOnePostTellOfNoNameThatItWasNotThere() {
    // given
    WeekCounts old = Json.MAPPER.readValue(OLD_COUNTS, WeekCounts.class);
    List<News> posts = week(90, "rag");
    posts.addAll(week("new", 20, "rag").stream().map(post -> post.naming("python")).toList());

    // when
    Week week = week(posts, List.of(old));

    // then
    assertThat(week.trends().getFirst().before()).isEmpty();
  }

  private static WeekCounts weekNaming(String... names) {
    List<News> posts = week(99, "rag");
    posts.add(News.of("one").about("rag").naming(names));
    return WeekCounts.of(posts);
  }

  private static News onDay(String id, int daysBack) {
    return News.of(id).at(NOON.minus(Duration.ofDays(daysBack)));
  }

  private static Week week(List<News> posts, List<WeekCounts> before) {
    var stories = new TreeMap<String, List<News>>();
    posts.forEach(post -> stories.put("s" + post.ref().id(), List.of(post)));
    return WeekInReview.of(NOON, stories, WeekCounts.of(posts), before);
  }

  private static WeekCounts counts(Map<String, List<News>> stories) {
    return WeekCounts.of(stories.values().stream().flatMap(List::stream).toList());
  }

  private static WeekCounts quietWeek() {
    return WeekCounts.of(
        Stream.concat(week(90, "rag").stream(), week("m", 10, "moe").stream()).toList());
  }

  private static List<News> week(int posts, String topic) {
    return week("p", posts, topic);
  }

  private static List<News> week(String prefix, int posts, String topic) {
    return new ArrayList<>(
        IntStream.range(0, posts).mapToObj(i -> News.of(prefix + i).about(topic)).toList());
  }
}
