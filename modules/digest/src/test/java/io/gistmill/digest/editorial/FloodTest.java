package io.gistmill.digest.editorial;

import static io.gistmill.digest.editorial.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A window of ten thousand stories, half of which were shown the day before.
class FloodTest {

  private final SplittableRandom random = new SplittableRandom(11);
  private final List<Story> ranked =
      IntStream.range(0, 10_000).mapToObj(this::story).sorted(Story.BEST_FIRST).toList();

  @Test
  void aFloodIsCutToWhatAReaderGets() {
    // given
    List<Story> half = ranked.stream().filter(story -> story.id().hashCode() % 2 == 0).toList();
    ShownPage yesterday = ShownPage.of(NOON.minus(Duration.ofDays(1)), half);
    var known = new KnownStories(List.of(yesterday), UnaryOperator.identity());

    // when
    Issue issue = Issue.of(new Ranked(ranked), known, 30, true);

    // then
    assertThat(issue.stories()).hasSize(30);
    assertThat(issue.stories()).noneMatch(half::contains);
    assertThat(issue.more()).isEqualTo(10_000 - half.size() - 30);
    assertThat(issue.stories().subList(0, Balance.PLACES))
        .filteredOn(story -> story.lead().author().equals("author0"))
        .hasSizeLessThanOrEqualTo(Balance.BY_ONE_AUTHOR);
  }

  private Story story(int number) {
    News post =
        News.of("p" + number)
            .score(random.nextInt(1_000) / 1_000.0)
            .by("author" + random.nextInt(40))
            .about("topic" + random.nextInt(26));
    return Weighing.fresh("s" + number, List.of(post));
  }
}
