package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.signature;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import io.gistmill.domain.TaggedPost;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which posts come together by what their words mean, whatever they name. The model is one for the
/// test: two telling meanings are enough.
class DeskMeaningsTest {

  private static final StoryModel MODEL =
      new StoryModel(
          Stream.of("-2000", "SHARED_MEANINGS 40 0 3000")
              .map(tree -> StoryTree.parse(List.of(tree.split(" ")).iterator()))
              .toList());

  private static final int TELLING = 20;

  private final DeskRun run = new DeskRun(MODEL);
  private int quarter;

  @Test
  void tellingMeaningsOfBothJoin() {
    fold(meaning("a", 1, 2));

    fold(meaning("b", 1, 2));
    fold(meaning("c", 2, 3));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sa").containsEntry("c", "sc");
  }

  @Test
  void wordsOfOneLanguageAreNoMeanings() {
    fold(with("a", List.of(), List.of(64 + TELLING, 128 + TELLING)));

    fold(with("b", List.of(), List.of(64 + TELLING, 128 + TELLING)));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
    assertThat(run.meanings.size()).isEqualTo(1);
  }

  @Test
  void sixteenMeaningsOfAPostAreFiled() {
    fold(meaning("a", IntStream.rangeClosed(1, 20).toArray()));

    // and the count of posts
    assertThat(run.meanings.size()).isEqualTo(17);
  }

  @Test
  void aRoundUpIsFiledNowhere() {
    List<Name> things =
        Stream.of("weft", "loom", "mill", "warp", "heddle", "shuttle", "reed")
            .map(name -> new Name(name, 24, true))
            .toList();
    fold(with("a", things, terms(1, 2)));

    fold(meaning("b", 1, 2));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
    // the two meanings of the second post and the count of posts
    assertThat(run.meanings.size()).isEqualTo(3);
  }

  @Test
  void theEightNewestPostsOfAMeaningAreFound() {
    fold(meaning("a", 1, 2));
    IntStream.range(0, 8)
        .mapToObj(i -> String.format(Locale.ROOT, "p%d", i))
        .forEach(id -> fold(meaning(id, 1, 100 + id.charAt(1))));
    IntStream.range(0, 8)
        .mapToObj(i -> String.format(Locale.ROOT, "q%d", i))
        .forEach(id -> fold(meaning(id, 2, 200 + id.charAt(1))));

    fold(meaning("z", 1, 2));

    assertThat(run.storyOfEachPost()).containsEntry("z", "sz");
  }

  @Test
  void aPostThatWasTakenBackIsFoundByNothing() {
    TaggedPost first = meaning("a", 1, 2);
    fold(first);
    run.take(TestPosts.withdrawn(first));
    fold(meaning("b", 3));

    fold(meaning("c", 1, 2));

    assertThat(run.storyOfEachPost()).containsEntry("c", "sc");
    // three meanings and the count of posts
    assertThat(run.meanings.size()).isEqualTo(4);
  }

  private static TaggedPost ofTerms(TaggedPost post, Fingerprint fingerprint) {
    return new TaggedPost(
        post.post(),
        post.admitted(),
        post.revision(),
        post.language(),
        post.outcomes(),
        post.topics(),
        fingerprint);
  }

  private TaggedPost meaning(String id, int... meanings) {
    return with(id, List.of(), terms(meanings));
  }

  /// Each as languages share it.
  private static List<Integer> terms(int... meanings) {
    return IntStream.of(meanings).map(meaning -> meaning * 64 + 32 + TELLING).boxed().toList();
  }

  private TaggedPost with(String id, List<Name> names, List<Integer> terms) {
    List<Integer> signature = signature(id.hashCode());
    return ofTerms(
        TestPosts.post(id, quarter(quarter)),
        new Fingerprint(signature, List.of(), names, List.of(), terms));
  }

  private void fold(TaggedPost post) {
    run.take(tick(quarter, 0, 1));
    run.take(tagged(post));
    quarter++;
    run.take(tick(quarter, 0, 1));
  }
}
