package io.gistmill.digest.editorial;

import static io.gistmill.digest.editorial.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetractionTest {

  private static final UnaryOperator<String> NO_ALIASES = UnaryOperator.identity();

  @Test
  void aWithdrawnLeadIsTakenBackWithTheLastDigestThatShowedIt() {
    // given
    List<ShownPage> pages = List.of(page(2, "s", "a"), page(1, "s", "a", "b"), page(0, "s", "c"));

    // when
    List<Retraction> retractions = Retraction.of(List.of(taken("a", "s")), pages, NO_ALIASES);

    // then
    assertThat(retractions).containsExactly(new Retraction(taken("a", "s"), day(1)));
  }

  @Test
  void aPostThatStoodBelowAnotherIsNotWorthATelling() {
    assertThat(Retraction.of(List.of(taken("b", "s")), List.of(page(1, "s", "a", "b")), NO_ALIASES))
        .isEmpty();
  }

  @Test
  void whatWasNeverShownIsNotTakenBack() {
    assertThat(Retraction.of(List.of(taken("x", "s")), List.of(page(1, "s", "a")), NO_ALIASES))
        .isEmpty();
  }

  @Test
  void aStoryThatBecamePartOfAnOlderOneIsFound() {
    // given
    UnaryOperator<String> aliases = id -> id.equals("young") ? "old" : id;

    // when
    List<Retraction> retractions =
        Retraction.of(List.of(taken("a", "old")), List.of(page(1, "young", "a")), aliases);

    // then
    assertThat(retractions).containsExactly(new Retraction(taken("a", "old"), day(1)));
  }

  private static Withdrawal taken(String post, String story) {
    return new Withdrawal(story, new Digest.PostRef(post, story, NOON));
  }

  private static Instant day(int back) {
    return NOON.minus(Duration.ofDays(back));
  }

  private static ShownPage page(int daysBack, String story, String... posts) {
    List<ShownPost> shown = Stream.of(posts).map(id -> ShownPost.of(News.of(id))).toList();
    return new ShownPage(day(daysBack), List.of(new ShownStory(story, shown)));
  }
}
