package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPostTest {

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final Tag MILL = tag("mill", 0.8, "words@1");
  private static final Tag WHEEL = tag("wheel", 0.7, "oracle@1");

  private final SeenPost post =
      SeenPost.expected(NOON).revised("hash", NOON, NOON, List.of(MILL, WHEEL));

  @Test
  void aClassifierThatFailsWhenItIsAskedAgainTakesNoTopicAway() {
    // given
    Tag rye = tag("rye", 0.9, "oracle@2");
    var tagging =
        new Tagging(
            List.of(
                new Outcome.Failed("words@2", "it was late"),
                new Outcome.Tagged("oracle@2", List.of(rye))),
            List.of(rye));

    // when
    List<Tag> again = post.again(tagging);

    // then
    assertThat(again).containsExactly(rye, MILL);
  }

  @Test
  void ofATopicThatOthersGiveTooTheMostConfidentCounts() {
    // given
    Tag weaker = tag("mill", 0.6, "oracle@2");
    var tagging =
        new Tagging(
            List.of(
                new Outcome.Failed("words@2", "it was late"),
                new Outcome.Tagged("oracle@2", List.of(weaker))),
            List.of(weaker));

    // when
    List<Tag> again = post.again(tagging);

    // then
    assertThat(again).containsExactly(MILL);
  }

  @Test
  void theRevisionStaysWhereOnlyTheVersionsOfClassifiersChange() {
    // when
    SeenPost same =
        post.retagged(List.of(tag("mill", 0.8, "words@2"), tag("wheel", 0.7, "oracle@2")));
    SeenPost surer = post.retagged(List.of(tag("mill", 0.9, "words@2"), WHEEL));

    // then
    assertThat(same.revision()).isEqualTo(1);
    assertThat(same.topics()).extracting(Tag::classifier).containsExactly("words@2", "oracle@2");
    assertThat(surer.revision()).isEqualTo(2);
  }

  private static Tag tag(String topic, double confidence, String classifier) {
    return new Tag(topic, Fixed.of(confidence), classifier, List.of());
  }
}
