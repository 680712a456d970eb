package io.gistmill.digest.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void anAuthorLeadsTwoOfTheFirstTenAndTheOthersFollowBehind() {
    // given
    List<Story> ranked = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> ranked.add(story("loud" + i, 0.9, "mo", "rag")));
    IntStream.range(0, 10).forEach(i -> ranked.add(story("other" + i, 0.3, "by" + i, "t" + i)));

    // when
    List<Story> balanced = Balance.of(ranked);

    // then
    assertThat(balanced.subList(0, Balance.PLACES))
        .filteredOn(story -> story.lead().author().equals("mo"))
        .hasSize(Balance.BY_ONE_AUTHOR);
    assertThat(balanced.get(Balance.PLACES).id()).isEqualTo("loud2");
  }

  @Test
  void anAuthorWhoIsAloneFillsAllPlaces() {
    // given
    List<Story> ranked =
        IntStream.range(0, 12).mapToObj(i -> story("s" + i, 0.9 - i / 100.0, "mo", "rag")).toList();

    // when
    List<Story> balanced = Balance.of(ranked);

    // then
    assertThat(balanced).isEqualTo(ranked);
  }

  @Test
  void aFullTopicGivesWayToWhatIsWorthAlmostAsMuch() {
    // given
    List<Story> ranked = new ArrayList<>();
    IntStream.range(0, 5)
        .forEach(i -> ranked.add(story("rag" + i, 0.9 - i / 100.0, "a" + i, "rag")));
    ranked.add(story("near", 0.83, "b", "moe"));
    ranked.add(story("far", 0.5, "c", "moe"));

    // when
    List<Story> balanced = Balance.of(ranked);

    // then
    assertThat(balanced)
        .extracting(Story::id)
        .containsExactly("rag0", "rag1", "rag2", "rag3", "near", "rag4", "far");
    assertThat(balanced)
        .extracting(story -> story.why().moved())
        .containsExactly(0, 0, 0, 0, 1, -1, 0);
  }

  @Test
  void aFullTopicStandsBeforeWhatIsWorthMuchLess() {
    // given
    List<Story> ranked = new ArrayList<>();
    IntStream.range(0, 6).forEach(i -> ranked.add(story("rag" + i, 0.9, "a" + i, "rag")));
    ranked.add(story("far", 0.5, "c", "moe"));

    // when
    List<Story> balanced = Balance.of(ranked);

    // then
    assertThat(balanced).isEqualTo(ranked);
  }

  @Test
  void nothingIsLostAndTheFirstStaysFirst() {
    for (int seed = 0; seed < 200; seed++) {
      // given
      var random = new SplittableRandom(seed);
      List<Story> ranked =
          IntStream.range(0, random.nextInt(60))
              .mapToObj(i -> drawn(i, random))
              .sorted(Story.BEST_FIRST)
              .toList();

      // when
      List<Story> balanced = Balance.of(ranked);

      // then
      assertThat(balanced)
          .as("seed %d", seed)
          .extracting(Story::id)
          .containsExactlyInAnyOrderElementsOf(ranked.stream().map(Story::id).toList());
      assertThat(balanced.stream().mapToInt(story -> story.why().moved()).sum())
          .as("seed %d", seed)
          .isZero();
      if (!ranked.isEmpty()) {
        assertThat(balanced.getFirst().id()).as("seed %d", seed).isEqualTo(ranked.getFirst().id());
      }
    }
  }

  private static Story drawn(int number, SplittableRandom random) {
    return story(
        "s" + number,
        random.nextInt(100) / 100.0,
        "author" + random.nextInt(5),
        "topic" + random.nextInt(3));
  }

  private static Story story(String id, double score, String author, String topic) {
    return Weighing.fresh(id, List.of(News.of(id).score(score).by(author).about(topic)));
  }
}
