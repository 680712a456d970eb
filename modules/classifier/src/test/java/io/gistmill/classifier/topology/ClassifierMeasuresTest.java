package io.gistmill.classifier.topology;

import static io.gistmill.classifier.TestPosts.post;
import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Answer;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClassifierMeasuresTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Tag TAG = new Tag("mill", Fixed.ONE, "words@1", List.of());
  private static final Outcome GOOD = new Outcome.Tagged("words@1", List.of(TAG));
  private static final Outcome NOTHING = new Outcome.Tagged("words@1", List.of());
  private static final Outcome BAD = new Outcome.Failed("model@1", "threw");

  @Test
  void postsAreTaggedOthersOrFailed() {
    assertThat(outcome(List.of(GOOD), List.of(TAG))).isEqualTo("tagged");
    assertThat(outcome(List.of(NOTHING), List.of())).isEqualTo("other");
    assertThat(outcome(List.of(BAD), List.of())).isEqualTo("failed");
  }

  @Test
  void aFailureCountsThoughAnotherClassifierTaggedThePost() {
    assertThat(outcome(List.of(GOOD, BAD), List.of(TAG))).isEqualTo("failed");
  }

  @Test
  void otherEventsAreCalledByTheirNames() {
    var withdrawn = new TaggedEvent.Withdrawn("p1", NOON, 2);

    assertThat(ClassifierMeasures.outcome(answer(withdrawn))).isEqualTo("withdrawn");
  }

  @Test
  void ticksHaveTheirInstantAndPostsNone() {
    assertThat(ClassifierMeasures.ALL.tick().apply(tick(NOON))).contains(NOON);
    assertThat(ClassifierMeasures.ALL.tick().apply(posted("p1", "mill"))).isEmpty();
  }

  private static String outcome(List<Outcome> outcomes, List<Tag> topics) {
    var post =
        new TaggedPost(
            post("p1", "mill"),
            NOON,
            1,
            Language.EN,
            outcomes,
            topics,
            new Fingerprint(List.of(), List.of()));
    return ClassifierMeasures.outcome(answer(new TaggedEvent.Tagged(post)));
  }

  private static Answer answer(TaggedEvent event) {
    return new Answer(event, 0, new TreeSet<>());
  }
}
