package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.alike;
import static io.gistmill.digest.desk.TestPosts.changed;
import static io.gistmill.digest.desk.TestPosts.edit;
import static io.gistmill.digest.desk.TestPosts.linked;
import static io.gistmill.digest.desk.TestPosts.post;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.signature;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which posts come together, and under which id. The model is one for the test, so that what is
/// learnt may change: a link of both is enough.
class DeskStoriesTest {

  private static final StoryModel MODEL =
      new StoryModel(List.of(StoryTree.parse(List.of("LINK", "1", "-1", "1").iterator())));

  private static final String PAPER = "https://papers.example/abs/3105.00417";
  private static final String CODE = "https://code.example/loom/weft";

  private final DeskRun run = new DeskRun(MODEL);
  private int quarter;

  @Test
  void postsWithNothingInCommonAreStoriesOfTheirOwn() {
    // when
    fold(post("a", at()), post("b", at()));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("a", "sa").containsEntry("b", "sb");
  }

  @Test
  void aNearDuplicateJoins() {
    // given
    fold(alike("a", at(), signature(7)));

    // when
    fold(alike("b", at(), changed(signature(7), 32)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sa");
  }

  @Test
  void aTextThatGoesRoundHundredsOfTimesFillsOneStoryAfterTheOther() {
    // when
    for (int i = 0; i < 1000; i++) {
      fold(alike("p" + (1000 + i), at(), signature(7)));
    }

    // then
    assertThat(new TreeSet<>(run.storyOfEachPost().values()))
        .containsExactly("sp1000", "sp1400", "sp1800");
  }

  @Test
  void aTextThatDiffersInMoreThanHalfDoesNotJoin() {
    // given
    fold(alike("a", at(), signature(7)));

    // when
    fold(alike("b", at(), changed(signature(7), 33)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void aPostAboutTheSameThingJoins() {
    // given
    fold(linked("a", at(), "Ola", PAPER));

    // when
    fold(linked("b", at(), "Mio", PAPER, CODE));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ola.example/translations/big-ideas-on-cloth",
        "https://ola.example/2031/Big_Ideas_on_Cloth.html"
      })
  void anArticleKeepsItsTitleWhereItIsPassedOn(String link) {
    fold(linked("a", at(), "Ola", "https://mill.example/news/big-ideas-on-cloth"));

    fold(linked("b", at(), "Mio", link));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sa");
  }

  @ParameterizedTest
  @CsvSource({
    "https://mill.example/news/big-ideas, https://loom.example/news/big-ideas",
    "https://mill.example/news/2031-05-04-17, https://loom.example/news/2031-05-04-17",
    "https://mill.example/1c2f-77aa-90b3-0d1e, https://loom.example/1c2f-77aa-90b3-0d1e",
    "https://mill.example/a?v=big-ideas-on-cloth, https://loom.example/a?v=big-ideas-on-cloth",
    "https://mill.example/05/letters-of-the-week, https://mill.example/06/letters-of-the-week",
    "https://github.com/ola/big-ideas-on-cloth, https://github.com/mio/big-ideas-on-cloth"
  })
  void otherAddressesAreTwoLinks(String one, String other) {
    fold(linked("a", at(), "Ola", one));

    fold(linked("b", at(), "Mio", other));

    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void aRoundUpIsAboutNoneOfItsLinks() {
    // given
    fold(linked("a", at(), "Ola", PAPER));

    // when
    fold(linked("b", at(), "Mio", PAPER, CODE, "https://x.example/1", "https://x.example/2"));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void aLinkUnderAnAuthorsThirdPostIsASignature() {
    // given
    fold(linked("a", at(), "Ola", PAPER));
    fold(linked("b", at(), "Ola", PAPER));

    // when
    fold(linked("c", at(), "Ola", PAPER));
    fold(linked("d", at(), "Mio", PAPER));

    // then
    assertThat(run.storyOfEachPost())
        .containsEntry("b", "sa")
        .containsEntry("c", "sc")
        .containsEntry("d", "sd");
  }

  @Test
  void aLinkThatEverybodyPostsNoLongerJoins() {
    // given
    int quarters = (int) SharedLinks.OF_AN_EVENT.dividedBy(Tick.QUARTER) / 30;
    for (int i = 1; i <= SharedLinks.USES; i++) {
      moveTo(i * quarters);
      fold(linked("p" + i, at(), "author " + i, PAPER));
    }

    // when
    fold(linked("z", at(), "Mio", PAPER));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("p50", "sp1").containsEntry("z", "sz");
  }

  @Test
  void aLinkThatEverybodyPostsWithinTwoDaysIsOneEvent() {
    // given
    List<String> posts = IntStream.range(0, 260).mapToObj(i -> "p" + (1000 + i)).toList();

    // when
    fold(
        posts.stream()
            .map(id -> linked(id, at(), "author " + id, PAPER))
            .toArray(TaggedPost[]::new));

    // then
    assertThat(new TreeSet<>(run.storyOfEachPost().values())).containsExactly("sp1000");
  }

  @Test
  void twoStoriesThatProveToBeOneKeepTheOlderId() {
    // given
    fold(linked("a", at(), "Ola", PAPER));
    fold(linked("b", at(), "Mio", CODE));

    // when
    fold(linked("c", at(), "Ira", PAPER, CODE));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("c", "sa");
    assertThat(run.events(StoryEvent.Aliased.class))
        .containsExactly(new StoryEvent.Aliased("sb", "sa", quarter(quarter - 1)));
  }

  @Test
  void laterPostsOfTheYoungerStoryUseTheOlderId() {
    // given
    fold(linked("a", at(), "Ola", PAPER));
    fold(alike("b", at(), signature(7)));
    fold(post("c", at(), 1, "Ira", signature(7), List.of(PAPER)));

    // when
    fold(alike("d", at(), signature(7)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("d", "sa");
  }

  @Test
  void aliasesOfAliasesLeadToTheOldestAndAreShortened() {
    // given
    String third = "https://third.example/x";
    fold(linked("a", at(), "Ola", PAPER));
    fold(linked("b", at(), "Mio", CODE));
    fold(post("c", at(), 1, "Ira", signature(9), List.of(third)));
    fold(linked("d", at(), "Uli", CODE, third));
    fold(linked("e", at(), "Eno", PAPER, CODE));

    // when
    fold(alike("f", at(), signature(9)));

    // then
    assertThat(run.storyOfEachPost())
        .containsEntry("d", "sb")
        .containsEntry("e", "sa")
        .containsEntry("f", "sa");
    assertThat(run.aliases.get("sc")).isEqualTo(new DeskTables.KnownAlias("sa"));
  }

  @Test
  void anEditOfAPostInAYoungerStoryStandsUnderTheOlderId() {
    // given
    TaggedPost younger = linked("b", at(), "Mio", CODE);
    fold(linked("a", at(), "Ola", PAPER), younger);
    fold(linked("c", at(), "Ira", PAPER, CODE));

    // when
    fold(edit(younger));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sa");
  }

  @Test
  void anEditChangesNoMembership() {
    // given
    TaggedPost first = linked("b", at(), "Mio", CODE);
    fold(linked("a", at(), "Ola", PAPER), first);

    // when
    fold(post("b", first.admitted(), 2, "Mio", signature(3), List.of(PAPER)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sb");
  }

  @Test
  void aFullStoryTakesNoMorePosts() {
    // given
    IntStream.range(0, Stories.POSTS)
        .forEach(i -> fold(alike(String.format(Locale.ROOT, "p%03d", i), at(), signature(7))));

    // when
    fold(alike("z", at(), signature(7)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("p399", "sp000").containsEntry("z", "sz");
  }

  @Test
  void aStoryTakesPostsForTheHorizonAndNoLonger() {
    // given
    int horizon = (int) Horizon.LENGTH.dividedBy(Tick.QUARTER);
    fold(alike("a", at(), signature(7)));
    moveTo(horizon);
    fold(alike("b", at(), signature(7)));

    // when
    fold(alike("c", at(), signature(7)));

    // then
    assertThat(run.storyOfEachPost()).containsEntry("b", "sa").containsEntry("c", "sc");
  }

  private Instant at() {
    return quarter(quarter);
  }

  private void moveTo(int later) {
    quarter = later;
  }

  /// Folds posts in the current bucket and goes on to the next.
  private void fold(TaggedPost... posts) {
    run.take(tick(quarter, 0, 1));
    for (TaggedPost post : posts) {
      run.take(tagged(post));
    }
    quarter++;
    run.take(tick(quarter, 0, 1));
  }
}
