package io.gistmill.digest.desk;

import static io.gistmill.digest.desk.TestPosts.alike;
import static io.gistmill.digest.desk.TestPosts.changed;
import static io.gistmill.digest.desk.TestPosts.edit;
import static io.gistmill.digest.desk.TestPosts.post;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.signature;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which post a text was passed on from.
class DeskOriginalsTest {

  private final DeskRun run = new DeskRun();
  private int quarter;

  @Test
  void aTextOfItsOwnRepeatsNothing() {
    // when
    fold(post("a", at()));

    // then
    assertThat(told("a").repeats()).isNull();
  }

  @Test
  void aTextThatWasPassedOnNamesItsOriginal() {
    // given
    fold(alike("a", at(), signature(7)));

    // when
    fold(alike("b", at(), changed(signature(7), 10)));

    // then
    assertThat(told("b").repeats()).isEqualTo("a");
  }

  @Test
  void aRowOfCopiesNamesTheFirst() {
    // given
    fold(alike("a", at(), signature(7)));
    fold(alike("b", at(), changed(signature(7), 20)));

    // when
    fold(alike("c", at(), changed(signature(7), 21)));

    // then
    assertThat(told("c").repeats()).isEqualTo("a");
  }

  @Test
  void anEditKeepsTheOriginal() {
    // given
    fold(alike("a", at(), signature(7)));
    TaggedPost copy = alike("b", at(), signature(7));
    fold(copy);

    // when
    fold(edit(copy));

    // then
    assertThat(told("b").revision()).isEqualTo(2);
    assertThat(told("b").repeats()).isEqualTo("a");
  }

  @Test
  void whatIsOlderThanTheHorizonIsNoOriginal() {
    // given
    fold(alike("a", at(), signature(7)));
    quarter += (int) Horizon.LENGTH.dividedBy(Tick.QUARTER) + 1;

    // when
    fold(alike("b", at(), signature(7)));

    // then
    assertThat(told("b").repeats()).isNull();
  }

  private Instant at() {
    return quarter(quarter);
  }

  /// Lets a quarter-hour bring one post and be folded.
  private void fold(TaggedPost post) {
    run.take(tick(quarter, 0, 1));
    run.take(tagged(post));
    quarter++;
    run.take(tick(quarter, 0, 1));
  }

  /// As it was told last.
  private StoryPost told(String id) {
    return run.decisions().stream()
        .flatMap(
            decision ->
                decision.value() instanceof StoryEvent.Revised revised
                    ? revised.posts().stream()
                    : Stream.<StoryPost>empty())
        .filter(post -> post.id().equals(id))
        .reduce((first, last) -> last)
        .orElseThrow();
  }
}
