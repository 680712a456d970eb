package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryLookupTest {

  private static final Instant NOON = Instant.parse("2023-12-01T12:00:00Z");

  private final Rig rig = new Rig();
  private final StoryLookup lookup = new StoryLookup(rig.stories);

  @Test
  void findsTheLastVersionOfItsQuarterHour() {
    SamplePost post = SamplePost.of("p", NOON);
    rig.story("s", NOON.toString(), post, SamplePost.of("q", NOON), post.revision(2));

    StoryPost found = lookup.apply(new Digest.PostRef("p", "s", NOON));

    assertThat(found).isEqualTo(post.revision(2).post());
  }

  @Test
  void saysWhatIsMissingAndTheMend() {
    var ref = new Digest.PostRef("p", "s", NOON);

    assertThatThrownBy(() -> lookup.apply(ref))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("post p")
        .hasMessageContaining("story s")
        .hasMessageContaining("replay");
  }
}
