package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesCopyTest {

  private static final StoryPost A = Given.told("a", 1, 1, "A");
  private static final StoryPost B = Given.told("b", 2, 1, "B");

  private final StoriesCopy stories = new StoriesCopy();
  private final StoryEvent.Revised revised =
      new StoryEvent.Revised("sa", Given.NOON, List.of(A, B));

  @Test
  void findsThePostOfARevision() {
    take(revised);

    assertThat(stories.post(ref("b", "sa"))).isEqualTo(B);
  }

  @Test
  void expiredRevisionIsGone() {
    take(revised);

    stories.take(StoryKeys.of(revised), null);

    assertThatThrownBy(() -> stories.post(ref("b", "sa")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no revision");
  }

  @Test
  void postThatTheRevisionLacksIsNamed() {
    take(revised);

    assertThatThrownBy(() -> stories.post(ref("c", "sa")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("id=c");
  }

  @Test
  void holdsWhatStandsBeforeItsTick() {
    assertThat(stories.holds(Given.NOON)).isFalse();

    take(new StoryEvent.Ticked(new Tick(Given.NOON, null, true)));

    assertThat(stories.holds(Given.NOON)).isTrue();
    assertThat(stories.holds(Given.NOON.plusNanos(1))).isFalse();
  }

  private void take(StoryEvent event) {
    stories.take(StoryKeys.of(event), event);
  }

  private static Digest.PostRef ref(String id, String story) {
    return new Digest.PostRef(id, story, Given.NOON);
  }
}
