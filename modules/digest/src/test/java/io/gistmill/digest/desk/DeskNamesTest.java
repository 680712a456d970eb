package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.signature;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedPost;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which posts come together by what they name. The model is one for the test, so that what is
/// learnt may change: a rare subject of both is enough, another one on both sides is too much.
class DeskNamesTest {

  private static final StoryModel MODEL =
      new StoryModel(
          Stream.of(
                  "-2000",
                  "RAREST_SUBJECT 67 0 3000",
                  "RIVALS 15 0 -4000",
                  "SAME_AUTHOR 1 0 SECOND_WORD 63 0 3000",
                  "OTHER_LINKS 1 0 -9000")
              .map(tree -> StoryTree.parse(List.of(tree.split(" ")).iterator()))
              .toList());

  /// Named more often than all others.
  private static final String COMMON = "cloth";

  private final DeskRun run = new DeskRun(MODEL);
  private int quarter;

  @Test
  void aRareSubjectOfBothJoins() {
    fold(naming("a", "weft"));

    fold(naming("b", "weft"));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sa");
  }

  @Test
  void releasesOfOneThingArePartedHoweverMuchElseTheyShare() {
    fold(naming("a", "weft", "weft/1"));

    fold(naming("b", "weft", "weft/2"));
    fold(naming("c", "weft", "weft/1"));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb").containsEntry("c", "sa");
  }

  @Test
  void aCopyOfTheNotesOfTwoReleasesDoesNotMakeThemOne() {
    fold(signed(naming("a", "weft", "weft/1")));
    fold(signed(naming("b", "weft", "weft/2")));

    fold(signed(naming("c", "weft")));

    assertThat(run.storyOfEachPost()).containsEntry("a", "sa").containsEntry("b", "sb");
    assertThat(run.events(StoryEvent.Aliased.class)).isEmpty();
  }

  @Test
  void rarerSubjectsOfEachPart() {
    fold(naming("a", COMMON, "loom"));

    fold(naming("b", COMMON, "mill"));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void aRoundUpJoinsNothing() {
    fold(naming("a", "weft"));

    fold(naming("b", "weft", "loom", "mill", "warp", "heddle", "shuttle", "reed"));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void whatManyNameJoinsNoLonger() {
    IntStream.range(0, 100)
        .mapToObj(i -> naming(String.format(Locale.ROOT, "p%03d", i), "weft", "own" + i))
        .forEach(this::fold);

    fold(naming("z", "weft"));

    assertThat(run.storyOfEachPost()).containsEntry("z", "sz");
  }

  @Test
  void aStoryIsJoinedByWhatItBeganWith() {
    fold(naming("a", "weft", "warp"));
    fold(naming("b", "weft", "warp"));
    fold(naming("c", "weft", "warp", "loom", "heddle"));

    fold(naming("d", "loom", "heddle"));

    assertThat(run.storyOfEachPost()).containsEntry("c", "sa").containsEntry("d", "sd");
  }

  @Test
  void aPostBetweenTwoStoriesDoesNotMakeThemOne() {
    fold(naming("a", "weft"));
    fold(naming("b", "loom"));

    fold(naming("c", "loom", "weft"));

    assertThat(run.storyOfEachPost())
        .containsEntry("a", "sa")
        .containsEntry("b", "sb")
        .containsKey("c");
    assertThat(run.events(StoryEvent.Aliased.class)).isEmpty();
  }

  @Test
  void aPostThatWasTakenBackIsNamedByNobody() {
    TaggedPost first = naming("a", "weft");
    fold(first);
    run.take(TestPosts.withdrawn(first));
    fold(naming("b", "mill"));

    fold(naming("c", "weft"));

    assertThat(run.storyOfEachPost()).containsEntry("c", "sc");
    // the two names and the count of posts
    assertThat(run.names.size()).isEqualTo(3);
    assertThat(run.authors.size()).isEqualTo(2);
  }

  @Test
  void whoGoesOnWithRareWordsNeedNotNameTheSubject() {
    fold(telling("a", "Ola", 20, 20));
    fold(telling("b", "Mio", 20, 20));

    fold(telling("c", "Ola", 20, 20));
    fold(telling("d", "Mio", 20, 8));

    assertThat(run.storyOfEachPost())
        .containsEntry("b", "sb")
        .containsEntry("c", "sa")
        .containsEntry("d", "sd");
  }

  @Test
  void aRoundUpIsNotWhatItsAuthorGoesOnWith() {
    String[] things = {"weft", "loom", "mill", "warp", "heddle", "shuttle", "reed"};
    fold(telling("a", "Ola", 20, 20));
    fold(roundUp("b", "Ola", things));
    fold(telling("c", "Mio", 20, 20));
    fold(roundUp("d", "Ira", things));

    fold(telling("e", "Ira", 20, 20));

    assertThat(run.storyOfEachPost())
        .containsEntry("b", "sb")
        .containsEntry("d", "sd")
        .containsEntry("e", "se");
    assertThat(run.authors.size()).isEqualTo(3);
  }

  @Test
  void anAuthorsFourNewestPostsAreCompared() {
    fold(telling("a", "Ola", 20, 20));
    for (String id : List.of("b", "c", "d")) {
      fold(telling(id, "Ola", 0, 0, 20, 20));
    }
    fold(telling("e", "Ola", 20, 20));
    fold(telling("f", "Ola", 0, 0, 0, 0, 20, 20));

    fold(telling("g", "Ola", 0, 0, 0, 0, 0, 0, 20, 20));
    fold(telling("h", "Ola", 0, 0, 20, 20));

    assertThat(run.storyOfEachPost())
        .containsEntry("c", "sb")
        .containsEntry("e", "sa")
        .containsEntry("h", "sb");
    assertThat(newestOf("ola")).containsExactly("e", "f", "g", "h");
  }

  @Test
  void whatAnAuthorWroteFivePostsAgoIsNotComparedEvenWhenOneIsTakenBack() {
    fold(telling("a", "Ola", 20, 20));
    TaggedPost fifth = null;
    for (String id : List.of("b", "c", "d", "e")) {
      fifth = telling(id, "Ola", 0, 0, 20, 20);
      fold(fifth);
    }
    run.take(TestPosts.withdrawn(Objects.requireNonNull(fifth)));
    fold(telling("z", "Mio", 20));

    fold(telling("f", "Ola", 20, 20));

    assertThat(run.storyOfEachPost()).containsEntry("f", "sf");
    assertThat(newestOf("ola")).containsExactly("b", "c", "d", "f");
  }

  @Test
  void aLinkThatJoinsNoLongerIsNotTakenForAnotherOne() {
    String own = "https://loom.example/letters";
    fold(linking(own, telling("a", "Ola", 20, 20)));
    fold(linking(own, telling("b", "Ola", 0, 0, 20, 20)));

    fold(linking(own, telling("c", "Ola", 20, 20)));
    fold(linking("https://mill.example/other", telling("d", "Ola", 20, 20)));

    assertThat(run.storyOfEachPost()).containsEntry("c", "sa").containsEntry("d", "sd");
  }

  @Test
  void oneNameInTwoSourcesIsTwoAuthors() {
    fold(telling("a", "admin", 20, 20));

    fold(from("elsewhere", telling("b", "admin", 20, 20)));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  private static TaggedPost linking(String link, TaggedPost post) {
    Fingerprint told = post.fingerprint();
    return TestPosts.with(
        post,
        new Fingerprint(told.minHash(), List.of(link), told.names(), told.numbers(), told.terms()));
  }

  /// All with the same words.
  private static TaggedPost signed(TaggedPost post) {
    Fingerprint told = post.fingerprint();
    return TestPosts.with(
        post, new Fingerprint(signature(1), List.of(), told.names(), told.numbers(), told.terms()));
  }

  private static TaggedPost from(String source, TaggedPost tagged) {
    Post post = tagged.post();
    var elsewhere =
        new Post(
            post.id(),
            new Origin(source, null),
            post.author(),
            post.handle(),
            post.published(),
            post.dateInferred(),
            null,
            null,
            post.text(),
            post.quoted(),
            List.of(),
            post.links());
    return new TaggedPost(
        elsewhere,
        tagged.admitted(),
        tagged.revision(),
        tagged.language(),
        tagged.outcomes(),
        tagged.topics(),
        tagged.fingerprint());
  }

  private List<String> newestOf(String author) {
    return Objects.requireNonNull(run.authors.get(Keys.account("test", author))).newest();
  }

  /// By an author who tells it with rare words that others of the test have too.
  private TaggedPost roundUp(String id, String author, String... names) {
    Fingerprint told = telling(id, author, 20, 20).fingerprint();
    Fingerprint named = naming(id, names).fingerprint();
    return TestPosts.with(
        TestPosts.post(id, quarter(quarter), 1, author, told.minHash(), List.of()),
        new Fingerprint(told.minHash(), List.of(), named.names(), List.of(), told.terms()));
  }

  /// @param weights of the words, each of which is always the same one; 0 for one that is not told
  private TaggedPost telling(String id, String author, int... weights) {
    List<Integer> terms =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .mapToObj(i -> (i + 1) * 64 + weights[i])
            .toList();
    return TestPosts.with(
        TestPosts.post(id, quarter(quarter), 1, author, signature(id.hashCode()), List.of()),
        new Fingerprint(signature(id.hashCode()), List.of(), List.of(), List.of(), terms));
  }

  private TaggedPost naming(String id, String... names) {
    List<Name> named =
        Stream.of(names).map(name -> new Name(name, name.equals(COMMON) ? 18 : 24, true)).toList();
    return TestPosts.with(
        TestPosts.post(id, quarter(quarter)),
        new Fingerprint(signature(id.hashCode()), List.of(), named, List.of(), List.of()));
  }

  private void fold(TaggedPost post) {
    run.take(tick(quarter, 0, 1));
    run.take(tagged(post));
    quarter++;
    run.take(tick(quarter, 0, 1));
  }
}
