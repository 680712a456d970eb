package io.gistmill.launcher.retag;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetagPlanTest {

  private static final String SET = "set-2";

  private final RetagPlan plan = new RetagPlan(SET);
  private long offset;

  @Test
  void newestVersionOfEachPostIsWantedOnce() {
    note(posted("p1", "a"), posted("p1", "b"), posted("p1", "b"), posted("p2", "a"));

    assertThat(plan.left()).isEqualTo(2);
    assertThat(plan.wants(0, 0, "p1")).isFalse();
    assertThat(plan.wants(0, 1, "p1")).isTrue();
    assertThat(plan.wants(0, 2, "p1")).isFalse();
    assertThat(plan.wants(1, 3, "p2")).isFalse();
    assertThat(plan.wants(0, 3, "p2")).isTrue();
  }

  @Test
  void interruptedRunGoesOnWhereItEnded() {
    note(posted("p1", "a"), posted("p2", "a"), again("p1", "a", SET), posted("p1", "a"));

    assertThat(plan.done()).isEqualTo(1);
    assertThat(plan.wants(0, 0, "p1")).isFalse();
    assertThat(plan.wants(0, 1, "p2")).isTrue();
  }

  @Test
  void whatWasDoneForOtherClassifiersOrAnotherVersionIsNotDone() {
    note(posted("p1", "a"), again("p1", "a", "set-1"));
    note(posted("p2", "a"), posted("p2", "b"), again("p2", "a", SET));
    note(posted("p3", "a"), again("p3", "a", SET), posted("p3", "b"));

    assertThat(plan.left()).isEqualTo(3);
  }

  @Test
  void whatWasDoneForOtherClassifiersSinceIsToBeDoneAgain() {
    note(posted("p1", "a"), again("p1", "a", SET), again("p1", "a", "set-1"));

    assertThat(plan.left()).isEqualTo(1);
    assertThat(plan.wants(0, 0, "p1")).isTrue();
  }

  @Test
  void withdrawnPostsAreLeftAlone() {
    note(posted("p1", "a"), new PostEvent.Withdrawn("p1"), posted("p1", "b"));

    assertThat(plan.left()).isZero();
  }

  private void note(PostEvent... events) {
    for (PostEvent event : events) {
      plan.note(0, offset++, event);
    }
  }

  private static PostEvent posted(String id, String text) {
    return new PostEvent.Posted(post(id, text));
  }

  private static PostEvent again(String id, String text, String set) {
    return new PostEvent.Retagged(post(id, text), set);
  }

  private static Post post(String id, String text) {
    return new Post(
        id,
        new Origin("test", 1L),
        "Ada",
        null,
        Instant.EPOCH,
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of());
  }
}
