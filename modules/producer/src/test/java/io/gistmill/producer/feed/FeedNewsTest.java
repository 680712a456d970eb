package io.gistmill.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedNewsTest {

  private static final Instant ADDED = Instant.parse("2025-03-03T12:00:00Z");

  @Test
  void atFirstEverythingIsHistoryButTheLastDay() {
    // given
    var news = new FeedNews(ADDED, true, List.of());

    // when
    news.take(
        List.of(
            post("new", ADDED.minus(Duration.ofHours(1)), "x"),
            post("undated", null, "x"),
            post("edge", ADDED.minus(Duration.ofHours(24)), "x"),
            post("old", ADDED.minus(Duration.ofHours(25)), "x")));

    // then
    assertThat(kinds(news.events()))
        .containsExactly("history old", "news edge", "news new", "history undated");
  }

  @Test
  void laterOnlyWhatIsOlderThanThatDayIsHistory() {
    // given
    var news = new FeedNews(ADDED, false, List.of());

    // when
    news.take(
        List.of(
            post("undated", null, "x"),
            post("new", ADDED.plusSeconds(1), "x"),
            post("old", ADDED.minus(Duration.ofDays(9)), "x")));

    // then
    assertThat(kinds(news.events())).containsExactly("history old", "news new", "news undated");
  }

  @Test
  void whatDidNotChangeIsNotPublishedAgain() {
    // given
    List<Post> posts = List.of(post("b", ADDED, "x"), post("a", ADDED, "x"));
    var first = new FeedNews(ADDED, true, List.of());
    first.take(posts);

    // when
    var second = new FeedNews(ADDED, false, first.remembered());
    second.take(posts);

    // then
    assertThat(kinds(first.events())).containsExactly("news a", "news b");
    assertThat(second.events()).isEmpty();
    assertThat(second.remembered()).isEqualTo(first.remembered());
  }

  @Test
  void aChangeIsPublishedAsWhatThePostWas() {
    // given
    var first = new FeedNews(ADDED, true, List.of());
    first.take(List.of(post("news", ADDED, "x"), post("undated", null, "x")));

    // when
    var second = new FeedNews(ADDED, false, first.remembered());
    second.take(List.of(post("news", ADDED, "y"), post("undated", null, "y")));

    // then
    assertThat(kinds(second.events())).containsExactly("news news", "history undated");
  }

  /// The time of the poll stands in for a missing date, and is another one each time.
  @Test
  void aDateAloneIsNoChange() {
    // given
    var first = new FeedNews(ADDED, false, List.of());
    first.take(List.of(post("a", ADDED, "x")));

    // when
    var second = new FeedNews(ADDED, false, first.remembered());
    second.take(List.of(post("a", ADDED.plusSeconds(1800), "x")));

    // then
    assertThat(second.events()).isEmpty();
  }

  @Test
  void whatLeftTheFeedIsRememberedForAWhile() {
    // given
    List<Post> many = IntStream.range(0, 2_000).mapToObj(i -> post("n" + i, ADDED, "x")).toList();
    var first = new FeedNews(ADDED, true, List.of());
    first.take(many);

    // when
    var second = new FeedNews(ADDED, false, first.remembered());
    second.take(many.subList(0, 10));
    var third = new FeedNews(ADDED, false, second.remembered());
    third.take(many.subList(0, 600));

    // then
    assertThat(first.remembered()).hasSize(2_000);
    assertThat(second.remembered()).hasSize(10 + FeedNews.SPARE);
    assertThat(kinds(third.events())).hasSize(90).doesNotContain("news n509").contains("news n510");
  }

  @Test
  void whatSomebodyElseRememberedIsPassedOver() {
    // given
    var news = new FeedNews(ADDED, false, List.of("", "nonsense", "0011223344556677x8899aabbccdd"));

    // when
    news.take(List.of(post("a", ADDED, "x")));

    // then
    assertThat(kinds(news.events())).containsExactly("news a");
  }

  private static Post post(String id, @Nullable Instant published, String text) {
    return new Post(
        PostIds.ofStableId("feed", id),
        new Origin("feed", null),
        id,
        null,
        published == null ? ADDED.plusSeconds(60) : published,
        published == null,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> kinds(List<PostEvent> events) {
    var kinds = new ArrayList<String>();
    for (PostEvent event : events) {
      switch (event) {
        case PostEvent.Posted(var post) -> kinds.add("news " + post.author());
        case PostEvent.Backfilled(var post) -> kinds.add("history " + post.author());
        default -> kinds.add(event.toString());
      }
    }
    return kinds;
  }
}
