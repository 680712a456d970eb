package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.signature;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.Mentions;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void meaningsOfEverydayUseLeadNowhere() {
    List<Integer> everyday =
        IntStream.rangeClosed(1, 12).map(meaning -> meaning * 64 + 32 + 6).boxed().toList();
    fold(with("a", List.of(), everyday));

    fold(with("b", List.of(), everyday));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
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

  @ParameterizedTest
  @CsvSource({"7, sa", "8, sz"})
  void theEightNewestPostsOfAMeaningAreFound(int between, String story) {
    fold(meaning("a", 1, 2));
    for (int i = 0; i < between; i++) {
      fold(meaning("p" + i, 1, 100 + i));
      fold(meaning("q" + i, 2, 200 + i));
    }

    fold(meaning("z", 1, 2));

    assertThat(run.storyOfEachPost()).containsEntry("z", story);
  }

  @Test
  void aPostThatWasTakenBackIsFiledNoLonger() {
    TaggedPost first = meaning("a", 1, 2);
    fold(first);
    fold(meaning("b", 2, 3));

    withdraw(first);

    assertThat(filed(1)).isNull();
    assertThat(filed(2)).isEqualTo(new Mentions(1, List.of("b")));
    assertThat(run.meanings.get("")).isEqualTo(new Mentions(1, List.of()));
  }

  @Test
  void whatWasNeverFiledLeavesTheFiledAlone() {
    TaggedPost first = meaning("a", 1, 2);
    fold(first);
    KnownPost known = Objects.requireNonNull(run.posts.get("a"));
    run.posts.put(
        "a",
        new KnownPost(
            known.story(),
            known.revision(),
            known.bucket(),
            known.fingerprint(),
            known.origin(),
            null));
    run.commit();
    run.kill();

    withdraw(first);

    assertThat(filed(1)).isEqualTo(new Mentions(1, List.of("a")));
  }

  private @Nullable Mentions filed(int meaning) {
    return run.meanings.get(Integer.toHexString(meaning));
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
    return TestPosts.with(
        TestPosts.post(id, quarter(quarter)),
        new Fingerprint(signature, List.of(), names, List.of(), terms));
  }

  private void fold(TaggedPost post) {
    work(tagged(post));
  }

  private void withdraw(TaggedPost post) {
    work(TestPosts.withdrawn(post));
  }

  private void work(TaggedEvent event) {
    run.take(tick(quarter, 0, 1));
    run.take(event);
    quarter++;
    run.take(tick(quarter, 0, 1));
  }
}
