package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.desk.StoryCorpus.Labelled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a desk with the shipped model makes of posts from which it has not learnt.
class HeldOutStoriesTest {

  private static final Path FOLDER = Path.of("held-out", "stories");
  private static final Path LOOK_ALIKES = Path.of("held-out", "look-alikes");

  @Test
  void theDeskHardlyEverJoinsWhatTellsOtherStories() throws IOException {
    // given
    var corpus = StoryCorpus.read(FOLDER);

    // when
    Judged judged = judge(corpus);

    // then
    assertThat(corpus.pairs()).hasSizeGreaterThan(10_000);
    System.out.println("Held out, labelled pairs:        " + judged.labelled());
    System.out.println("Held out, pairs of other groups: " + judged.strangers());
    assertThat(judged.labelled().precision()).isGreaterThan(0.9);
    assertThat(judged.labelled().recall()).isGreaterThan(0.1);
    assertThat(judged.strangers().wrong()).isLessThan(5);
  }

  /// What is joined there is wrong twice as often as right: a frame in common, or one rare name,
  /// outweighs what differs.
  @Test
  void theDeskJoinsLookAlikesNoOftenerThanItDid() throws IOException {
    // given
    var corpus = StoryCorpus.read(LOOK_ALIKES);

    // when
    Judged judged = judge(corpus);

    // then
    System.out.println("Look-alikes, labelled pairs:        " + judged.labelled());
    System.out.println("Look-alikes, pairs of other groups: " + judged.strangers());
    assertThat(judged.labelled().precision()).isGreaterThan(0.28);
    assertThat(judged.labelled().recall()).isGreaterThan(0.15);
    assertThat(judged.strangers().wrong()).isLessThan(5);
  }

  /// @param labelled pairs within a group
  /// @param strangers pairs of two groups
  private record Judged(PairCounts labelled, PairCounts strangers) {}

  private static Judged judge(StoryCorpus corpus) {
    var judged = new Judged(new PairCounts(), new PairCounts());
    for (List<Labelled> posts : corpus.postsByFile()) {
      StoryStream.Ended stories = StoryStream.runLabelled(StoryModel.shipped(), posts);
      stories.countLabelled(corpus, judged.labelled());
      stories.countStrangers(corpus, posts, judged.strangers());
    }
    return judged;
  }
}
