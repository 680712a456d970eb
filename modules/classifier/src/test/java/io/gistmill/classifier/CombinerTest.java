package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CombinerTest {

  private static final String TERMS = "terms@1";
  private static final String MODEL = "model@1";
  private static final String RULES = "rules@1";
  private static final Evidence WORD = new Evidence(Part.TEXT, 0, 0, "vector");
  private static final Evidence OTHER = new Evidence(Part.TEXT, 0, 9, "chunk");

  private final Combiner combiner =
      new Combiner(Fixed.of(0.5), Map.of(MODEL, Set.of("rag", "agents")));

  @Test
  void amongEqualsTheMostConfidentTagCounts() {
    var equals = new Combiner(Fixed.of(0.5), Map.of());

    List<Tag> topics =
        equals.combine(
            List.of(tagged(TERMS, tag("rag", 0.6, TERMS)), tagged(MODEL, tag("rag", 0.8, MODEL))));

    assertThat(topics).containsExactly(tag("rag", 0.8, MODEL));
  }

  @Test
  void whatTheDecidingOneDoesNotGiveNobodyGives() {
    List<Tag> topics =
        combiner.combine(List.of(tagged(TERMS, tag("agents", 0.9, TERMS)), tagged(MODEL)));

    assertThat(topics).isEmpty();
  }

  @Test
  void whatTheDecidingOneGivesIsNotHeldAgainstTheThreshold() {
    List<Tag> topics = combiner.combine(List.of(tagged(MODEL, tag("rag", 0.3, MODEL))));

    assertThat(topics).containsExactly(tag("rag", 0.3, MODEL));
  }

  @Test
  void theEvidenceOfOthersFollowsItsOwn() {
    List<Tag> topics =
        combiner.combine(
            List.of(
                tagged(TERMS, tag("rag", 0.9, TERMS, OTHER, WORD)),
                tagged(MODEL, tag("rag", 0.4, MODEL, WORD))));

    assertThat(topics).containsExactly(tag("rag", 0.4, MODEL, WORD, OTHER));
  }

  @Test
  void othersCountForTopicsThatTheDecidingOneDoesNotKnow() {
    List<Tag> topics =
        combiner.combine(
            List.of(
                tagged(TERMS, tag("gardens", 0.6, TERMS), tag("weather", 0.4, TERMS)),
                tagged(MODEL)));

    assertThat(topics).containsExactly(tag("gardens", 0.6, TERMS));
  }

  @Test
  void othersCountWhenTheDecidingOneFailed() {
    List<Tag> topics =
        combiner.combine(
            List.of(
                tagged(TERMS, tag("rag", 0.6, TERMS), tag("agents", 0.4, TERMS)),
                new Outcome.Failed(MODEL, "no memory")));

    assertThat(topics).containsExactly(tag("rag", 0.6, TERMS));
  }

  @Test
  void eachOfTwoDecidingOnesDecidesItsTopics() {
    var both =
        new Combiner(
            Fixed.of(0.5),
            Map.of(MODEL, Set.of("rag", "agents"), RULES, Set.of("gardens", "weather")));

    List<Tag> topics =
        both.combine(
            List.of(
                tagged(
                    TERMS,
                    tag("rag", 0.9, TERMS),
                    tag("agents", 0.9, TERMS),
                    tag("gardens", 0.9, TERMS),
                    tag("weather", 0.9, TERMS),
                    tag("music", 0.6, TERMS)),
                tagged(MODEL, tag("rag", 0.3, MODEL)),
                tagged(RULES, tag("gardens", 0.4, RULES))));

    assertThat(topics)
        .containsExactly(
            tag("music", 0.6, TERMS), tag("gardens", 0.4, RULES), tag("rag", 0.3, MODEL));
  }

  @Test
  void aDecidingOneThatKnowsNoTopicCountsAsAnyOther() {
    var knowsNone = new Combiner(Fixed.of(0.5), Map.of(MODEL, Set.of()));

    List<Tag> topics =
        knowsNone.combine(
            List.of(
                tagged(TERMS, tag("rag", 0.6, TERMS), tag("gardens", 0.4, TERMS)),
                tagged(MODEL, tag("agents", 0.7, MODEL), tag("weather", 0.3, MODEL))));

    assertThat(topics).containsExactly(tag("agents", 0.7, MODEL), tag("rag", 0.6, TERMS));
  }

  private static Outcome tagged(String classifier, Tag... tags) {
    return new Outcome.Tagged(classifier, List.of(tags));
  }

  private static Tag tag(String topic, double confidence, String classifier, Evidence... words) {
    return new Tag(topic, Fixed.of(confidence), classifier, List.of(words));
  }
}
